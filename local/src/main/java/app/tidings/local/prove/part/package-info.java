/** The installation as processes, each of which can be killed and comes back. */
@NullMarked
package app.tidings.local.prove.part;

import org.jspecify.annotations.NullMarked;
