/** Tests of the formats. */
@NullMarked
package app.tidings.render.edition;

import org.jspecify.annotations.NullMarked;
