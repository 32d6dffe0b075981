/** What {@code ./tidings} starts: all parts in one process or each in its own, and how they are ended and looked at. */
@NullMarked
package app.tidings.local.run;

import org.jspecify.annotations.NullMarked;
