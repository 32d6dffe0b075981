/** Lists of sources in: kept at once, added part by part, with their progress. */
@NullMarked
package app.tidings.ingest.imports;

import org.jspecify.annotations.NullMarked;
