/** What a page says about itself, in each of the ways in which pages say it. */
@NullMarked
package app.tidings.curation.page.metadata;

import org.jspecify.annotations.NullMarked;
