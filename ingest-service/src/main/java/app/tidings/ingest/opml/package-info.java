/** Lists of sources as OPML: how they are read and written, and all sources of a publication out. */
@NullMarked
package app.tidings.ingest.opml;

import org.jspecify.annotations.NullMarked;
