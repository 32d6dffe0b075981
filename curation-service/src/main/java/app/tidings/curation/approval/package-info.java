/** From draft to manuscript: preflight checks, the number, the frozen text. */
@NullMarked
package app.tidings.curation.approval;

import org.jspecify.annotations.NullMarked;
