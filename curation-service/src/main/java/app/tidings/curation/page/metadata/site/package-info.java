/** Which site a page belongs to, as its readers see it. */
@NullMarked
package app.tidings.curation.page.metadata.site;

import org.jspecify.annotations.NullMarked;
