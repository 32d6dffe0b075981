/** Shortened addresses: where they lead is found out before a link is known by one. */
@NullMarked
package app.tidings.ingest.shortened;

import org.jspecify.annotations.NullMarked;
