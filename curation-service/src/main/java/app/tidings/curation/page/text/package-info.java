/** The article in a page: found, freed of what stands around it, and told as text and as clean HTML. */
@NullMarked
package app.tidings.curation.page.text;

import org.jspecify.annotations.NullMarked;
