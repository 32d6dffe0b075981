/** Times as others write them. */
@NullMarked
package app.tidings.platform.time;

import org.jspecify.annotations.NullMarked;
