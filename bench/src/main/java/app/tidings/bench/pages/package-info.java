/** What reading pages costs, beside the limit and beside other readers. */
@NullMarked
package app.tidings.bench.pages;

import org.jspecify.annotations.NullMarked;
