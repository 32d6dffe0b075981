/** What the web says about an item: an ordered list of steps, none of which can stop the item. */
@NullMarked
package app.tidings.curation.enrich;

import org.jspecify.annotations.NullMarked;
