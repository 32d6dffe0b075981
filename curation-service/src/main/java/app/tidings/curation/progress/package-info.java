/** What becomes of an approved issue, and what an open one still waits for. */
@NullMarked
package app.tidings.curation.progress;

import org.jspecify.annotations.NullMarked;
