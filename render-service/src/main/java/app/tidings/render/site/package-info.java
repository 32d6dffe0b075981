/** The public archive: it shows what is stored. */
@NullMarked
package app.tidings.render.site;

import org.jspecify.annotations.NullMarked;
