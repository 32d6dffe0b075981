/** Summaries: the sentences that say most of a text, or those that it begins with. */
@NullMarked
package app.tidings.curation.summary;

import org.jspecify.annotations.NullMarked;
