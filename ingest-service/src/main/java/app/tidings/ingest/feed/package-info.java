/** Feeds to entries: a streaming reader of RSS, Atom and JSON Feed that no document can hold up, blow up or send out. */
@NullMarked
package app.tidings.ingest.feed;

import org.jspecify.annotations.NullMarked;
