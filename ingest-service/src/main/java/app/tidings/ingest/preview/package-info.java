/** What an address that somebody pasted would give as a source. */
@NullMarked
package app.tidings.ingest.preview;

import org.jspecify.annotations.NullMarked;
