/** What this service knows of publications: those that curation has told of. */
@NullMarked
package app.tidings.ingest.publication;

import org.jspecify.annotations.NullMarked;
