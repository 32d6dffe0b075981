package app.tidings.curation.approval;

import app.tidings.contracts.Manuscript.Entry;
import app.tidings.contracts.Manuscript.Part;
import app.tidings.contracts.Manuscript.Text;
import app.tidings.contracts.Manuscript.TextStatus;
import app.tidings.contracts.Profile;
import app.tidings.contracts.Profile.Section;
import app.tidings.curation.issue.Issue;
import app.tidings.curation.item.Edits.EditedText;
import app.tidings.curation.item.Item;
import app.tidings.curation.item.Page;
import app.tidings.curation.language.Language;
import app.tidings.curation.linkcheck.CheckedLink;
import app.tidings.curation.memory.Ran;
import app.tidings.curation.publication.Publications;
import app.tidings.curation.text.MarkdownText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An issue with all that will be printed of it, as it stands now. Pure.
 *
 * @param items by id; those that are not there are missing
 * @param ran where they ran before, by id; who never ran is missing
 * @param links what came of the last check of its links
 */
record Proof(
        Issue issue, Profile profile, Map<String, Item> items, Map<String, List<Ran>> ran, List<CheckedLink> links) {

    /** The items in printing order. */
    Stream<Item> entries() {
        return issue.itemIds().map(items::get).filter(Objects::nonNull);
    }

    List<String> languages() {
        return Publications.languagesOf(profile);
    }

    /** The parts in the profile's order, each entry with its texts. */
    List<Part> parts() {
        return profile.sections().stream()
                .map(Section::id)
                .filter(issue.arrangement()::containsKey)
                .map(section -> new Part(section, entries(issue.arrangement().getOrDefault(section, List.of()))))
                .toList();
    }

    private List<Entry> entries(List<String> ids) {
        return ids.stream()
                .map(items::get)
                .filter(Objects::nonNull)
                .map(this::entry)
                .toList();
    }

    private Entry entry(Item item) {
        return new Entry(
                item.id(),
                item.id(),
                item.url(),
                item.language(),
                texts(item),
                item.stars(),
                item.credits(),
                item.edits().images());
    }

    private Map<String, Text> texts(Item item) {
        var texts = new HashMap<String, Text>();
        languages().forEach(language -> text(item, language).ifPresent(text -> texts.put(language, text)));
        return texts;
    }

    /** What is printed of an item in a language: what a person wrote, or else a summary in that very language. */
    static Optional<Text> text(Item item, String language) {
        var written = item.textIn(language).orElse(new EditedText("", ""));
        if (!written.comment().isBlank()) {
            return Optional.of(text(item, language, written.comment(), TextStatus.WRITTEN));
        }
        var summary = item.page()
                .filter(_ -> Language.same(item.language(), language))
                .map(Page::summary)
                .map(MarkdownText::of);
        if (summary.isPresent()) {
            return Optional.of(text(item, language, summary.get(), TextStatus.MACHINE));
        }
        return written.title().isBlank() ? Optional.empty() : Optional.of(text(item, language, "", TextStatus.WRITTEN));
    }

    private static Text text(Item item, String language, String comment, TextStatus status) {
        var url = item.textIn(language).map(EditedText::url).orElse(null);
        return new Text(item.titleIn(language), comment, status, item.translation(language), url);
    }
}
