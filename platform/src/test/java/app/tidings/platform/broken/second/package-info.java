/** The other half of the cycle. */
@NullMarked
package app.tidings.platform.broken.second;

import org.jspecify.annotations.NullMarked;
