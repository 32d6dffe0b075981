/** What sort of thing a page is, and how much of it there is, as it says for machines. */
@NullMarked
package app.tidings.curation.page.trait;

import org.jspecify.annotations.NullMarked;
