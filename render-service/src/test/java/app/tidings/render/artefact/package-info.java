/** Tests of the store of what was printed. */
@NullMarked
package app.tidings.render.artefact;

import org.jspecify.annotations.NullMarked;
