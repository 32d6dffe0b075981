/** Counts how much of what is read out of inputs is what others read out of them. */
@NullMarked
package app.tidings.local.inspect.score;

import org.jspecify.annotations.NullMarked;
