/** Lists and search over many items. */
@NullMarked
package app.tidings.bench.search;

import org.jspecify.annotations.NullMarked;
