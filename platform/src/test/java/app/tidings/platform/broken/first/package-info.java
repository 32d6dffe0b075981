/** One half of a cycle. */
@NullMarked
package app.tidings.platform.broken.first;

import org.jspecify.annotations.NullMarked;
