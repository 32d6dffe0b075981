/** Pages that name feeds: discovery. */
@NullMarked
package app.tidings.ingest.feed.page;

import org.jspecify.annotations.NullMarked;
