/** Reading feeds, without fetching or keeping them. */
@NullMarked
package app.tidings.bench.parse;

import org.jspecify.annotations.NullMarked;
