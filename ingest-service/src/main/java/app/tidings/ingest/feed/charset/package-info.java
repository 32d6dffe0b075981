/** In which characters a document is written, whatever it and its server say. */
@NullMarked
package app.tidings.ingest.feed.charset;

import org.jspecify.annotations.NullMarked;
