/** Tests of the articles. */
@NullMarked
package app.tidings.bench.duplicates;

import org.jspecify.annotations.NullMarked;
