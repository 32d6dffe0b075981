/** Links out of GitHub issues: a repository's webhook tells of an issue, and each link in it is submitted by its author. */
@NullMarked
package app.tidings.ingest.submission.github;

import org.jspecify.annotations.NullMarked;
