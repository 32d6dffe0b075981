package app.tidings.curation.issue;

import app.tidings.contracts.Manuscript.Block;
import app.tidings.contracts.Profile;
import app.tidings.curation.publication.Publications;
import app.tidings.platform.jobs.Jobs;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes issues and changes drafts: headline, date, blocks, order. */
@Component
class EditIssue {

    private final Issues issues;
    private final IssueIds ids;
    private final Publications publications;
    private final SettleItem settle;
    private final Jobs issueJobs;
    private final InstantSource clock;
    private final RandomGenerator chance = RandomGenerator.of("SecureRandom");

    /** What became of an edit. */
    sealed interface Edited {

        /** It is saved, or says what stands already. */
        record Saved(Issue issue) implements Edited {}

        /** Somebody else wrote the issue since it was read. */
        record Stale(long version) implements Edited {}

        /** The issue is approved: nothing of it changes any more. */
        record Frozen() implements Edited {}

        /** It is not possible; the reason is for the editor. */
        record Refused(String reason) implements Edited {}
    }

    /** What an edit makes of an issue. */
    private sealed interface Made {

        record Of(Issue issue) implements Made {}

        record Refused(String reason) implements Made {}
    }

    EditIssue(
            Issues issues,
            IssueIds ids,
            Publications publications,
            SettleItem settle,
            Jobs issueJobs,
            InstantSource clock) {
        this.issues = issues;
        this.ids = ids;
        this.publications = publications;
        this.settle = settle;
        this.issueJobs = issueJobs;
        this.clock = clock;
    }

    /**
     * Makes a draft.
     *
     * @param date none: today in the publication's zone
     * @param key makes a repeated call find the first one's draft
     */
    Edited create(String publicationId, Map<String, String> headline, @Nullable LocalDate date, @Nullable String key) {
        var profile = publications.find(publicationId);
        if (profile.isEmpty()) {
            return new Edited.Refused("there is no publication " + publicationId);
        }
        var refusal = strangeLanguage(profile.get(), headline.keySet());
        if (refusal.isPresent()) {
            return new Edited.Refused(refusal.get());
        }
        var now = clock.instant();
        var dated =
                date == null ? LocalDate.ofInstant(now, ZoneId.of(profile.get().zone())) : date;
        var fresh = publicationId + ":" + IssueIds.Ulid.of(now, chance);
        var id = key == null ? fresh : ids.keepFirst(publicationId, key, fresh);
        issueJobs.open(id); // before the issue: what is open is looked after, what is not there is forgotten
        var written = new HashMap<>(headline);
        written.values().removeIf(String::isBlank);
        return new Edited.Saved(issues.keepFirst(Issue.draft(id, written, dated, now)));
    }

    /** Changes headline and date; what is null stays, an empty headline is taken back. */
    Optional<Edited> details(String id, long read, @Nullable Map<String, String> headline, @Nullable LocalDate date) {
        return edit(id, read, issue -> {
            var merged = new HashMap<>(issue.headline());
            merged.putAll(headline == null ? Map.of() : headline);
            merged.values().removeIf(String::isBlank);
            return strangeLanguage(issue, merged.keySet())
                    .<Made>map(Made.Refused::new)
                    .orElseGet(() -> new Made.Of(issue.withDetails(merged, date == null ? issue.date() : date)));
        });
    }

    /** Replaces all blocks. */
    Optional<Edited> blocks(String id, long read, List<Block> blocks) {
        return edit(id, read, issue -> {
            var languages = blocks.stream()
                    .flatMap(block ->
                            Stream.of(block.heading().keySet(), block.text().keySet()))
                    .flatMap(Set::stream)
                    .collect(Collectors.toSet());
            return strangeLanguage(issue, languages)
                    .<Made>map(Made.Refused::new)
                    .orElseGet(() -> new Made.Of(issue.withBlocks(blocks)));
        });
    }

    /** Puts the entries in another order, or into other sections; each must be named exactly once. */
    Optional<Edited> arrangement(String id, long read, Map<String, List<String>> sections) {
        return edit(id, read, issue -> {
            var named = sections.values().stream().flatMap(List::stream).toList();
            if (named.size() != new HashSet<>(named).size()
                    || !new HashSet<>(named).equals(issue.itemIds().collect(Collectors.toSet()))) {
                return new Made.Refused("the arrangement must name each entry of the issue once, and no other item");
            }
            var strange = publications
                    .find(issue.publicationId())
                    .flatMap(profile -> sections.keySet().stream()
                            .filter(each -> !Publications.hasSection(profile, each))
                            .findFirst());
            return strange.isPresent()
                    ? new Made.Refused("the publication has no section " + strange.get())
                    : new Made.Of(issue.withArrangement(filled(sections)));
        });
    }

    /** Removes a draft that nothing stands in; says whether it did. Empty when there is no such issue. */
    Optional<Boolean> remove(String id) {
        for (var issue = issues.find(id); issue.isPresent(); issue = issues.find(id)) {
            var standing = issue.get();
            if (!standing.editable()
                    || standing.itemIds().findAny().isPresent()
                    || !issues.owed(id).isEmpty()) {
                return Optional.of(false);
            }
            if (issues.removeIfVersion(standing)) {
                return Optional.of(true);
            }
        }
        return Optional.empty();
    }

    private static Map<String, List<String>> filled(Map<String, List<String>> sections) {
        return sections.entrySet().stream()
                .filter(section -> !section.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Optional<Edited> edit(String id, long read, Function<Issue, Made> edit) {
        return issues.find(id).map(issue -> switch (edit.apply(issue)) {
            case Made.Refused(var reason) -> new Edited.Refused(reason);
            case Made.Of(var changed) -> written(issue, changed, read);
        });
    }

    private Edited written(Issue issue, Issue changed, long read) {
        if (changed.equals(issue)) {
            return new Edited.Saved(issue);
        }
        if (!issue.editable()) {
            return new Edited.Frozen();
        }
        var moved = changed.itemIds()
                .filter(each -> !changed.placementOf(each).equals(issue.placementOf(each)))
                .toList();
        if (issue.version() != read || !issues.replaceIfVersion(changed, moved)) {
            return new Edited.Stale(issues.find(issue.id()).map(Issue::version).orElse(read));
        }
        moved.forEach(each -> settle.run(issue.id(), each));
        return new Edited.Saved(issues.find(issue.id()).orElse(changed));
    }

    private Optional<String> strangeLanguage(Issue issue, Set<String> languages) {
        return publications.find(issue.publicationId()).flatMap(profile -> strangeLanguage(profile, languages));
    }

    private static Optional<String> strangeLanguage(Profile profile, Set<String> languages) {
        var known = Publications.languagesOf(profile);
        return languages.stream()
                .filter(each -> !known.contains(each))
                .findFirst()
                .map(each -> "%s is not a language of the publication; it has %s".formatted(each, known));
    }
}
