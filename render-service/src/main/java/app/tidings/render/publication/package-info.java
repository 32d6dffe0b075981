/** What publications there are, and how each stands. */
@NullMarked
package app.tidings.render.publication;

import org.jspecify.annotations.NullMarked;
