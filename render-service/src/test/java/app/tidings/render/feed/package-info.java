@NullMarked
package app.tidings.render.feed;

import org.jspecify.annotations.NullMarked;
