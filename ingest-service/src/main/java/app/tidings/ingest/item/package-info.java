/** What editors decided about the links that this service showed them, as curation tells it. */
@NullMarked
package app.tidings.ingest.item;

import org.jspecify.annotations.NullMarked;
