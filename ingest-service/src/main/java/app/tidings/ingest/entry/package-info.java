/** Entries of feeds become links, but for those that are known, too old, refused, stopped or held. */
@NullMarked
package app.tidings.ingest.entry;

import org.jspecify.annotations.NullMarked;
