/** {@code ./tidings inspect}: what Tidings makes of an input, told as lines of JSON without broker or store. */
@NullMarked
package app.tidings.local.inspect;

import org.jspecify.annotations.NullMarked;
