/** Summaries by a model: drafts beside the extractive ones, until an editor accepts them. */
@NullMarked
package app.tidings.curation.summary.model;

import org.jspecify.annotations.NullMarked;
