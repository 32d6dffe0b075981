/** A dated selection of items and blocks, while editors put it together. */
@NullMarked
package app.tidings.curation.issue;

import org.jspecify.annotations.NullMarked;
