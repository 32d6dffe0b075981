/** The parts of a page with what has been counted in them, so that it is walked but once. */
@NullMarked
package app.tidings.curation.page.part;

import org.jspecify.annotations.NullMarked;
