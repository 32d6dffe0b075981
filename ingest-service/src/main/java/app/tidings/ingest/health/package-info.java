/** How sources are: why one is silent, which are, and what is told of it. */
@NullMarked
package app.tidings.ingest.health;

import org.jspecify.annotations.NullMarked;
