/** Entries that wait for an editor, because nearly all of their feed was new at once. */
@NullMarked
package app.tidings.ingest.held;

import org.jspecify.annotations.NullMarked;
