/** Tests of the way from an approved issue to its editions. */
@NullMarked
package app.tidings.render.manuscript;

import org.jspecify.annotations.NullMarked;
