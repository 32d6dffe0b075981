/** Lists of sources in and out, as OPML. */
@NullMarked
package app.tidings.ingest.opml;

import org.jspecify.annotations.NullMarked;
