/** What polls of sources have come to: the last outcome, the rhythm of news, what was told of it, and the past. */
@NullMarked
package app.tidings.ingest.outcome;

import org.jspecify.annotations.NullMarked;
