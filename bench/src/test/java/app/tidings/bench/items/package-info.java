/** Tests of the pages, and of how memory is told. */
@NullMarked
package app.tidings.bench.items;

import org.jspecify.annotations.NullMarked;
