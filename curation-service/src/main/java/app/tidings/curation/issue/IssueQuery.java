package app.tidings.curation.issue;

import org.jspecify.annotations.Nullable;

/**
 * Which issues are asked for; what is null does not matter.
 *
 * @param before the last id of the page before
 */
record IssueQuery(
        @Nullable String publication,
        @Nullable IssueState state,
        @Nullable String before,
        int limit) {}
