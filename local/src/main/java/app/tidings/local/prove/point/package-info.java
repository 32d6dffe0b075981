/**
 * Crash points: labelled places in the services where a process can be made to end at once. Production code knows nothing of
 * them; a Java agent plants them into the classes as they are loaded. The table {@code crash-points} lists them.
 */
@NullMarked
package app.tidings.local.prove.point;

import org.jspecify.annotations.NullMarked;
