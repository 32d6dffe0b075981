/** Titles, in which a tag may be markup or what the title speaks of. */
@NullMarked
package app.tidings.ingest.feed.title;

import org.jspecify.annotations.NullMarked;
