/** In which language something is written. */
@NullMarked
package app.tidings.curation.language;

import org.jspecify.annotations.NullMarked;
