/** Tests of the pure step from manuscript to printed files. */
@NullMarked
package app.tidings.render.edition;

import org.jspecify.annotations.NullMarked;
