/** Sources to {@code ingest.links}: polls feeds and publishes the links that they show. */
@NullMarked
package app.tidings.ingest;

import org.jspecify.annotations.NullMarked;
