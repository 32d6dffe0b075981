/** Our own words, in every language that we speak. */
@NullMarked
package app.tidings.render.words;

import org.jspecify.annotations.NullMarked;
