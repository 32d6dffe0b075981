package app.tidings.curation.issue;

import app.tidings.contracts.Announce;
import app.tidings.contracts.Manuscript.Block;
import app.tidings.contracts.Manuscript.Part;
import app.tidings.curation.issue.Issue.Frozen;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An issue as the API shows it.
 *
 * @param version to be sent back with an edit
 * @param number none before approval
 * @param sections ids of items by section, in printing order
 * @param parts the entries as they were frozen; none before approval, and none in lists
 * @param editions how far each is, by edition id
 */
public record IssueView(
        String id,
        String publication,
        long version,
        IssueState state,
        @Nullable Integer number,
        Map<String, String> headline,
        LocalDate date,
        Map<String, List<String>> sections,
        List<Block> blocks,
        @Nullable Announce announce,
        @Nullable Instant approvedAt,
        @Nullable List<Part> parts,
        Map<String, EditionProgress> editions,
        Instant createdAt) {

    /** Shows all of it. */
    public static IssueView of(Issue issue) {
        var frozen = Optional.ofNullable(issue.frozen());
        return new IssueView(
                issue.id(),
                issue.publicationId(),
                issue.version(),
                issue.state(),
                frozen.map(Frozen::number).orElse(null),
                issue.headline(),
                issue.date(),
                issue.arrangement(),
                issue.blocks(),
                frozen.map(Frozen::announce).orElse(null),
                frozen.map(Frozen::at).orElse(null),
                frozen.map(Frozen::parts).orElse(null),
                issue.editions(),
                issue.createdAt());
    }
}
