/** XML cut into tags and text, strictly first, and with forgiveness where a document is broken. */
@NullMarked
package app.tidings.ingest.feed.token;

import org.jspecify.annotations.NullMarked;
