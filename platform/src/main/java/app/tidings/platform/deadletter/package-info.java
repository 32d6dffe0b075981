/** Dead letters: kept with their reason, listed, replayed. */
@NullMarked
package app.tidings.platform.deadletter;

import org.jspecify.annotations.NullMarked;
