/** Tests of the store of publications. */
@NullMarked
package app.tidings.render.publication;

import org.jspecify.annotations.NullMarked;
