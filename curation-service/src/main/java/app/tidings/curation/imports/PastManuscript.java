package app.tidings.curation.imports;

import app.tidings.contracts.Ids;
import app.tidings.contracts.Manuscript.Entry;
import app.tidings.contracts.Manuscript.Part;
import app.tidings.contracts.Manuscript.Text;
import app.tidings.contracts.Manuscript.TextStatus;
import app.tidings.contracts.Profile;
import app.tidings.curation.archive.PastIssue;
import app.tidings.curation.archive.PastIssue.Item;
import app.tidings.curation.archive.PastIssue.Section;
import app.tidings.curation.archive.Topic;
import app.tidings.curation.archive.line.LanguageMark;
import app.tidings.curation.language.Language;
import app.tidings.curation.publication.Publications;
import app.tidings.curation.text.PlainText;
import app.tidings.platform.address.Canonical;
import app.tidings.platform.address.CanonicalUrl;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What was printed in an issue of the past, in the sections and the language of a profile. Pure.
 *
 * @param language of the profile in which it was written
 * @param parts the entries, in the order of the file
 */
record PastManuscript(String language, List<Part> parts) {

    private static final int MAX_TITLE = 300;

    /** Kinds of sections as a profile names them. */
    private static final Map<Topic, String> KINDS = Map.of(
            Topic.ARTICLES,
            "article",
            Topic.PROJECTS,
            "project",
            Topic.PODCASTS,
            "audio",
            Topic.DISCUSSIONS,
            "discussion");

    /** What became of a reading. */
    sealed interface Made {

        /** It fits the profile. */
        record Of(PastManuscript manuscript) implements Made {}

        /** It does not; the reason is for the editor. */
        record Refused(String reason) implements Made {}
    }

    static Made of(PastIssue issue, Profile profile, String issueId) {
        var language = language(issue, profile);
        if (language.isEmpty()) {
            return new Made.Refused("it is written in %s, and the publication has %s"
                    .formatted(issue.language(), Publications.languagesOf(profile)));
        }
        var reading = new Reading(issueId, language.get());
        for (var section : issue.sections().stream().filter(Section::hasItems).toList()) {
            var id = sectionOf(section, profile);
            if (id.isEmpty()) {
                return new Made.Refused("the publication has no section for " + section.name());
            }
            section.items().forEach(item -> reading.add(id.get(), item));
        }
        return new Made.Of(new PastManuscript(language.get(), reading.parts()));
    }

    /** The language of the profile that an issue is written in, be it of another region. */
    static Optional<String> language(PastIssue issue, Profile profile) {
        return Publications.languagesOf(profile).stream()
                .filter(each -> Language.same(each, issue.language()))
                .findFirst();
    }

    /** The section of that name, or else the first of that kind. */
    static Optional<String> sectionOf(Section section, Profile profile) {
        return profile.sections().stream()
                .filter(each -> each.name().containsValue(section.name()))
                .findFirst()
                .or(() -> profile.sections().stream()
                        .filter(each -> each.kind().equals(KINDS.get(section.topic())))
                        .findFirst())
                .map(Profile.Section::id);
    }

    /** The ids of items by section; an entry without address is no item. */
    Map<String, List<String>> arrangement() {
        var arrangement = new LinkedHashMap<String, List<String>>();
        for (var part : parts) {
            var ids = part.entries().stream()
                    .map(Entry::itemId)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            if (!ids.isEmpty()) {
                arrangement.put(part.section(), ids);
            }
        }
        return arrangement;
    }

    private static final class Reading {

        private final String issueId;
        private final String language;
        private final Map<String, List<Entry>> entries = new LinkedHashMap<>();
        private final Set<String> ids = new HashSet<>();

        private Reading(String issueId, String language) {
            this.issueId = issueId;
            this.language = language;
        }

        private List<Part> parts() {
            return entries.entrySet().stream()
                    .map(section -> new Part(section.getKey(), section.getValue()))
                    .toList();
        }

        private void add(String section, Item item) {
            var own = entries.computeIfAbsent(section, _ -> new ArrayList<>());
            var place = "%s:%s:%d".formatted(issueId, section, own.size() + 1);
            var itemId = itemId(item);
            var comment = PastComment.of(item);
            var title = PlainText.line(item.title(), MAX_TITLE);
            own.add(new Entry(
                    itemId.filter(ids::add).orElse(place), // an item that stands there twice has two places
                    itemId.orElse(null),
                    itemId.isEmpty()
                            ? null
                            : PastComment.clean(String.valueOf(item.url())).orElse(null),
                    item.mark().map(LanguageMark::language).orElse("und"),
                    Map.of(language, new Text(title == null ? "…" : title, comment.markdown(), TextStatus.WRITTEN)),
                    comment.stars(),
                    comment.credits(),
                    List.of()));
        }

        private Optional<String> itemId(Item item) {
            return item.url() != null && CanonicalUrl.of(item.url()) instanceof Canonical.Valid(var canonical)
                    ? Optional.of(Ids.link(Ids.publicationOf(issueId), canonical.toString()))
                    : Optional.empty();
        }
    }
}
