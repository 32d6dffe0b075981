/** A first summary: the sentences that a text begins with. */
@NullMarked
package app.tidings.curation.summary;

import org.jspecify.annotations.NullMarked;
