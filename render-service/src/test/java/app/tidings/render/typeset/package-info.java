/** Tests of the pure step from manuscript to edition. */
@NullMarked
package app.tidings.render.typeset;

import org.jspecify.annotations.NullMarked;
