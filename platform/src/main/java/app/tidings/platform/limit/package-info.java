/** How much strangers may ask for: who calls, and how often within a window of time. */
@NullMarked
package app.tidings.platform.limit;

import org.jspecify.annotations.NullMarked;
