/** What the index holds of an item and of a past issue, and how text becomes words. */
@NullMarked
package app.tidings.curation.search.document;

import org.jspecify.annotations.NullMarked;
