/** From a manuscript to an edition: language, numbers, marks, counts and places are decided here, purely. */
@NullMarked
package app.tidings.render.typeset;

import org.jspecify.annotations.NullMarked;
