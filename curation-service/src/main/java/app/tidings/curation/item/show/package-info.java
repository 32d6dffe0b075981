/** Items as the API shows them. */
@NullMarked
package app.tidings.curation.item.show;

import org.jspecify.annotations.NullMarked;
