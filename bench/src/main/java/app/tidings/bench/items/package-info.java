/** From links to items: pages fetched, read, summarised, stored and told. */
@NullMarked
package app.tidings.bench.items;

import org.jspecify.annotations.NullMarked;
