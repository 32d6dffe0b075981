/** From feeds to stored items. */
@NullMarked
package app.tidings.bench.links;

import org.jspecify.annotations.NullMarked;
