/** Polling: replicas share the sources by leased buckets, fetch what is due, and turn what changed into links. */
@NullMarked
package app.tidings.ingest.poll;

import org.jspecify.annotations.NullMarked;
