/** What is proposed to editors of an item: a section, tags, and a score with its reasons. */
@NullMarked
package app.tidings.curation.proposal;

import org.jspecify.annotations.NullMarked;
