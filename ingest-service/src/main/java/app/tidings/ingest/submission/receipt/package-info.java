/** What becomes of submissions, for those who made them and for editors. */
@NullMarked
package app.tidings.ingest.submission.receipt;

import org.jspecify.annotations.NullMarked;
