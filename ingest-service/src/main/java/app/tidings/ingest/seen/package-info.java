/** What sources showed before, so that an entry under another address or name is not taken for a new one. */
@NullMarked
package app.tidings.ingest.seen;

import org.jspecify.annotations.NullMarked;
