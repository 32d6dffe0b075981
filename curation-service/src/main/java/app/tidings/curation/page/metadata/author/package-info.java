/** Who wrote a page, as its readers see it. */
@NullMarked
package app.tidings.curation.page.metadata.author;

import org.jspecify.annotations.NullMarked;
