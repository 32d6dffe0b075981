/** What a model wrote about items: kept beside them, and theirs only when an editor accepts it. */
@NullMarked
package app.tidings.curation.summary.draft;

import org.jspecify.annotations.NullMarked;
