/** Sources: the places where links come from, as people manage them. */
@NullMarked
package app.tidings.ingest.source;

import org.jspecify.annotations.NullMarked;
