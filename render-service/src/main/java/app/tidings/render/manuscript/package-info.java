/** An approved issue comes in, is kept, and becomes its editions. */
@NullMarked
package app.tidings.render.manuscript;

import org.jspecify.annotations.NullMarked;
