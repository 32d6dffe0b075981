/** The pictures that a page has to offer, and what may be said of them to those who cannot see them. */
@NullMarked
package app.tidings.curation.page.picture;

import org.jspecify.annotations.NullMarked;
