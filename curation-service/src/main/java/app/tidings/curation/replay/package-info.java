/** Items are looked up again: one, or a range of them, with all steps of enrichment or some. */
@NullMarked
package app.tidings.curation.replay;

import org.jspecify.annotations.NullMarked;
