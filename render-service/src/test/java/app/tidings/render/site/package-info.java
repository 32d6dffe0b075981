/** Tests of the public archive. */
@NullMarked
package app.tidings.render.site;

import org.jspecify.annotations.NullMarked;
