/** The pages on which people submit links and see what becomes of them. */
@NullMarked
package app.tidings.ingest.submission.page;

import org.jspecify.annotations.NullMarked;
