package app.tidings.curation.imports;

import app.tidings.contracts.EventCodec;
import app.tidings.contracts.Manuscript.Block;
import app.tidings.contracts.Manuscript.Entry;
import app.tidings.contracts.Profile;
import app.tidings.curation.imports.ImportIssues.Imported;
import app.tidings.curation.imports.ImportIssues.Outcome;
import app.tidings.curation.imports.SecondLanguage.Texts;
import app.tidings.curation.issue.Issue;
import app.tidings.curation.issue.Issues;
import app.tidings.curation.item.Edits.Change;
import app.tidings.curation.item.Edits.TextChange;
import app.tidings.curation.item.Item;
import app.tidings.curation.item.Items;
import app.tidings.curation.item.Step;
import app.tidings.curation.item.Step.Changed;
import app.tidings.curation.item.Step.Unchanged;
import app.tidings.curation.publication.Publications;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts another language beside what an imported issue has; render prints the issue again, and nobody is mailed. */
final class JoinLanguage {

    private static final int TRIES = 50;

    private final Issues issues;
    private final Items items;

    JoinLanguage(Issues issues, Items items) {
        this.issues = issues;
        this.items = items;
    }

    /**
     * Another language of an issue that is there.
     *
     * @param headline in that language
     */
    record Addition(int number, PastManuscript manuscript, List<Block> blocks, String headline) {}

    /** Joins it to the issue, once: where the language is there by now, nothing is changed. */
    Imported run(String issueId, Addition addition, Profile profile) {
        for (var i = 0; i < TRIES; i++) {
            var standing = issues.find(issueId).orElseThrow();
            if (standing.headline().containsKey(addition.manuscript().language())) {
                return new Imported(Outcome.ALREADY_THERE, addition.number(), issueId, count(addition), null);
            }
            var tried = join(standing, addition, profile);
            if (tried != null) {
                return tried;
            }
        }
        throw new IllegalStateException("issue %s is written all the time".formatted(issueId));
    }

    /** None where somebody else was quicker. */
    private @Nullable Imported join(Issue standing, Addition addition, Profile profile) {
        var frozen = Objects.requireNonNull(standing.frozen(), "an issue of the past is frozen");
        var both = SecondLanguage.of(
                new Texts(frozen.parts(), standing.blocks()),
                new Texts(addition.manuscript().parts(), addition.blocks()));
        var language = addition.manuscript().language();
        var languages = new HashSet<>(standing.headline().keySet());
        languages.add(language);
        var printedBy = PastEditions.joined(frozen.profile(), profile, languages);
        if (both.strange().size() > both.joined().size()
                || !frozen.parts().stream().allMatch(part -> Publications.hasSection(printedBy, part.section()))) {
            return refused(
                    addition,
                    "most of its items are not those of the issue that has the number: "
                            + String.join(" / ", both.strange()));
        }
        var told = standing.told(printedBy, both.parts(), both.blocks(), Map.of(language, addition.headline()));
        var event = told.approved().orElseThrow();
        try {
            EventCodec.encode(event);
        } catch (IllegalArgumentException e) {
            return refused(addition, "with it the issue is larger than %d bytes".formatted(EventCodec.MAX_BYTES));
        }
        both.joined().forEach(entry -> write(entry, language));
        issues.issueJobs().open(standing.id());
        return issues.replaceIfVersion(told, event)
                ? new Imported(
                        Outcome.JOINED,
                        addition.number(),
                        standing.id(),
                        both.joined().size(),
                        without(both))
                : null;
    }

    private static @Nullable String without(SecondLanguage both) {
        var left = Stream.concat(
                        both.strange().stream().map("the item “%s”"::formatted),
                        both.strangeBlocks() == 0 ? Stream.of() : Stream.of("%d texts".formatted(both.strangeBlocks())))
                .toList();
        return left.isEmpty() ? null : "the issue has no place for " + String.join(", ", left);
    }

    /** What an editor wrote meanwhile stands. */
    private void write(Entry entry, String language) {
        var text = Objects.requireNonNull(entry.texts().get(language), "a joined entry has the text");
        if (entry.itemId() != null) {
            var change = Change.of(Map.of(language, new TextChange(text.title(), text.comment())));
            items.takeStep(entry.itemId(), item -> written(item, language, change));
        }
    }

    private static Step written(Item item, String language, Change change) {
        return item.textIn(language).isPresent() ? new Unchanged(item) : new Changed(item.edited(change), null);
    }

    private static long count(Addition addition) {
        return addition.manuscript().parts().stream()
                .mapToLong(part -> part.entries().size())
                .sum();
    }

    private static Imported refused(Addition addition, String reason) {
        return new Imported(Outcome.REFUSED, addition.number(), null, 0, reason);
    }
}
