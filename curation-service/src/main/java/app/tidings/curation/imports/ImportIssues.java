package app.tidings.curation.imports;

import app.tidings.contracts.Announce;
import app.tidings.contracts.EventCodec;
import app.tidings.contracts.Manuscript.Entry;
import app.tidings.contracts.Profile;
import app.tidings.curation.approval.IssueNumbers;
import app.tidings.curation.archive.ArchiveFile;
import app.tidings.curation.archive.PastIssue;
import app.tidings.curation.imports.JoinLanguage.Addition;
import app.tidings.curation.imports.PastManuscript.Made;
import app.tidings.curation.issue.Issue;
import app.tidings.curation.issue.Issue.Frozen;
import app.tidings.curation.issue.IssueIds;
import app.tidings.curation.issue.Issues;
import app.tidings.curation.issue.SettleItem;
import app.tidings.curation.item.Edits;
import app.tidings.curation.item.Edits.EditedText;
import app.tidings.curation.item.Edits.Facts;
import app.tidings.curation.item.Item;
import app.tidings.curation.item.Items;
import app.tidings.curation.item.Page;
import app.tidings.curation.item.Sighted;
import app.tidings.curation.publication.Publications;
import app.tidings.curation.text.PlainText;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes issues of the past in. Each keeps its number and is done at once; its items are kept unless they are there, and went out
 * with it. The number tells which issue it is, so the same file again finds all of it and changes nothing, and after a kill
 * brings the rest. Render prints the issue; it is announced to nobody.
 */
@Component
class ImportIssues {

    private static final Logger LOG = LoggerFactory.getLogger(ImportIssues.class);
    private static final Pattern BEFORE_HEADLINE = Pattern.compile("^.*?[#＃第]?\\s*[0-9]+\\s*期?\\s*[:：]\\s*");
    private static final int MAX_HEADLINE = 200;
    private static final int MIDDAY = 12;

    private final Issues issues;
    private final IssueNumbers numbers;
    private final Items items;
    private final SettleItem settle;
    private final JoinLanguage join;
    private final Publications publications;
    private final InstantSource clock;

    /** What became of an issue. */
    enum Outcome {
        IMPORTED,
        /** It is another language of an issue that was there. */
        JOINED,
        ALREADY_THERE,
        REFUSED
    }

    /**
     * An issue of a file.
     *
     * @param number none where the file tells none
     * @param items how many entries it has
     * @param reason why it was refused, or what of another language found no place
     */
    record Imported(
            Outcome outcome,
            @Nullable Integer number,
            @Nullable String issueId,
            long items,
            @Nullable String reason) {}

    ImportIssues(
            Issues issues,
            IssueNumbers numbers,
            Items items,
            SettleItem settle,
            Publications publications,
            InstantSource clock) {
        this.issues = issues;
        this.numbers = numbers;
        this.items = items;
        this.settle = settle;
        this.join = new JoinLanguage(issues, items);
        this.publications = publications;
        this.clock = clock;
    }

    /** Takes in each issue of a file; empty where nobody knows the publication. */
    Optional<List<Imported>> run(String publicationId, ArchiveFile file) {
        return publications
                .find(publicationId)
                .map(profile -> file.issues().stream()
                        .map(issue -> imported(issue, profile))
                        .toList());
    }

    private Imported imported(PastIssue issue, Profile profile) {
        var number = issue.number();
        var date = issue.date();
        if (number == null
                || number < 1
                || date == null
                || issue.items().findAny().isEmpty()) {
            return refused(issue, "it has no number, no date or no items");
        }
        var fresh = IssueIds.ofPast(profile.publicationId(), number, date);
        if (PastManuscript.of(issue, profile, fresh) instanceof Made.Refused(var reason)) {
            return refused(issue, reason); // before it takes a number
        }
        return numbers.keepPast(profile.publicationId(), number, fresh)
                .map(id -> issues.find(id)
                        .map(standing -> standing(issue, standing, profile))
                        .orElseGet(() -> kept(issue, id, profile)))
                .orElseGet(() -> refused(issue, "the number is that of an issue that was made here"));
    }

    private Imported standing(PastIssue issue, Issue standing, Profile profile) {
        var language = PastManuscript.language(issue, profile).orElseThrow();
        if (!standing.headline().containsKey(language)) {
            return joined(issue, standing, profile);
        }
        follow(standing);
        return answer(Outcome.ALREADY_THERE, issue, standing);
    }

    private Imported joined(PastIssue issue, Issue standing, Profile profile) {
        return switch (PastManuscript.of(issue, profile, standing.id())) {
            case Made.Refused(var reason) -> refused(issue, reason);
            case Made.Of(var manuscript) -> {
                var blocks = PastBlocks.of(issue, profile, manuscript.language());
                var number = Objects.requireNonNull(issue.number());
                yield join.run(standing.id(), new Addition(number, manuscript, blocks, headline(issue)), profile);
            }
        };
    }

    private Imported kept(PastIssue issue, String id, Profile profile) {
        return switch (PastManuscript.of(issue, profile, id)) {
            case Made.Refused(var reason) -> refused(issue, reason);
            case Made.Of(var manuscript) -> kept(issue, past(id, issue, profile, manuscript));
        };
    }

    private Imported kept(PastIssue issue, Issue past) {
        try {
            EventCodec.encode(past.approved().orElseThrow());
        } catch (IllegalArgumentException e) {
            return refused(issue, "it is larger than %d bytes".formatted(EventCodec.MAX_BYTES));
        }
        Objects.requireNonNull(past.frozen()).parts().stream()
                .flatMap(part -> part.entries().stream())
                .forEach(this::keepItem);
        issues.keepPast(past);
        follow(past);
        LOG.atInfo()
                .addKeyValue("issue", past.id())
                .addKeyValue("number", issue.number())
                .log("issue imported");
        return answer(Outcome.IMPORTED, issue, past);
    }

    /** Items that have yet to follow; a kill may have left some. */
    private void follow(Issue issue) {
        issues.owed(issue.id()).forEach(itemId -> settle.run(issue.id(), itemId));
    }

    private void keepItem(Entry entry) {
        if (entry.itemId() == null || entry.url() == null) {
            return;
        }
        var title = entry.texts().values().iterator().next().title();
        var sighted = new Sighted(0, title, null, List.of(), null);
        items.keepFirst(Item.takenIn(entry.itemId(), entry.url(), sighted, clock.instant())
                .withEdits(edits(entry)));
    }

    private static Edits edits(Entry entry) {
        var texts = new HashMap<String, EditedText>();
        entry.texts().forEach((language, text) -> texts.put(language, new EditedText(text.title(), text.comment())));
        return new Edits(
                texts,
                null,
                entry.stars(),
                entry.credits().isEmpty() ? null : entry.credits(),
                List.of(),
                Facts.of(entry.linkLanguage().equals(Page.UNKNOWN_LANGUAGE) ? null : entry.linkLanguage()),
                List.of());
    }

    private static Issue past(String id, PastIssue issue, Profile profile, PastManuscript manuscript) {
        var date = Objects.requireNonNull(issue.date());
        var at = date.atTime(MIDDAY, 0).toInstant(ZoneOffset.UTC);
        return Issue.past(
                id,
                Map.of(manuscript.language(), headline(issue)),
                date,
                manuscript.arrangement(),
                PastBlocks.of(issue, profile, manuscript.language()),
                new Frozen(
                        PastEditions.of(profile, Set.of(manuscript.language())),
                        manuscript.parts(),
                        Announce.NOBODY,
                        at,
                        issue.number(),
                        1));
    }

    /** The title without what the profile's pattern puts before it. */
    private static String headline(PastIssue issue) {
        var headline = PlainText.line(BEFORE_HEADLINE.matcher(issue.title()).replaceFirst(""), MAX_HEADLINE);
        return headline == null ? issue.title() : headline;
    }

    private static Imported refused(PastIssue issue, String reason) {
        return new Imported(Outcome.REFUSED, issue.number(), null, 0, reason);
    }

    private static Imported answer(Outcome outcome, PastIssue issue, Issue standing) {
        return new Imported(
                outcome, issue.number(), standing.id(), issue.items().count(), null);
    }
}
