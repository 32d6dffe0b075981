/** Tests of our own words. */
@NullMarked
package app.tidings.render.words;

import org.jspecify.annotations.NullMarked;
