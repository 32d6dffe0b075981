/** The index by which items that lead to the same article are found. */
@NullMarked
package app.tidings.bench.duplicates;

import org.jspecify.annotations.NullMarked;
