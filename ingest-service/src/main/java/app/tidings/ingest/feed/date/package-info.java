/** Dates as feeds write them. */
@NullMarked
package app.tidings.ingest.feed.date;

import org.jspecify.annotations.NullMarked;
