/** The archive as feeds: RSS 2.0, Atom and JSON Feed of a publication's newest issues in one language. */
@NullMarked
package app.tidings.render.feed;

import org.jspecify.annotations.NullMarked;
