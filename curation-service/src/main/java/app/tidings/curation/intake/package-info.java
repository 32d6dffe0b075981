/** A link becomes an item. */
@NullMarked
package app.tidings.curation.intake;

import org.jspecify.annotations.NullMarked;
