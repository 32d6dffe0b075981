/** Tests of the whole service. */
@NullMarked
package app.tidings.render;

import org.jspecify.annotations.NullMarked;
