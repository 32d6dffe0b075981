/** A page of the web as it was fetched: its characters, its tree, its addresses. Nothing here asks anybody anything. */
@NullMarked
package app.tidings.curation.page;

import org.jspecify.annotations.NullMarked;
