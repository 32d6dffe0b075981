/** Kinds of sources: what each needs to know, and how it is read. One kind is one settings record and one connector. */
@NullMarked
package app.tidings.ingest.connector;

import org.jspecify.annotations.NullMarked;
