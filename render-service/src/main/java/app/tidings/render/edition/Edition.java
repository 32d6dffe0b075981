package app.tidings.render.edition;

import app.tidings.contracts.Manuscript.BlockKind;
import app.tidings.contracts.Profile.Imprint;
import app.tidings.render.prose.Prose;
import app.tidings.render.words.Words;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A manuscript in one language and access, everything decided that does not depend on the form in which it is printed.
 *
 * @param teaser whether titles are all that is told of the entries
 * @param count what the issue holds, as a sentence
 * @param description the beginning of the introduction, as one line
 * @param opening what stands before the first section
 * @param page where it can be read
 * @param translations the page in each language that the issue has, its own among them; none where it is the only one
 */
public record Edition(
        String id,
        Masthead masthead,
        int number,
        String language,
        boolean teaser,
        String title,
        LocalDate date,
        String count,
        String description,
        List<Notice> opening,
        List<Section> sections,
        URI page,
        URI markdown,
        List<Translation> translations) {

    /** The publication, as it names itself in the edition's language. */
    public record Masthead(String publication, String name, String tagline, URI index, Imprint imprint) {}

    /** The same page in one of its languages. */
    public record Translation(String language, URI page) {}

    /**
     * Entries that belong together.
     *
     * @param after what stands behind it
     */
    public record Section(String id, String emoji, String name, List<Entry> entries, List<Notice> after) {}

    /**
     * An entry, numbered within its section.
     *
     * @param language the language its text is in
     * @param onlyIn says so where that is not the edition's; else empty
     * @param mark says that the linked page is in another language, such as {@code (英)}; else empty
     * @param stars shortened, such as {@code 2.3k}; empty where none are printed
     * @param starsInText the same as it stands in running text, such as {@code （star 2.3k）}
     */
    public record Entry(
            int number,
            String title,
            @Nullable URI url,
            String language,
            String onlyIn,
            String mark,
            Prose comment,
            String stars,
            String starsInText,
            Credits credits,
            List<Picture> pictures) {

        Entry titleOnly() {
            return new Entry(
                    number,
                    title,
                    url,
                    language,
                    onlyIn,
                    mark,
                    Prose.of(""),
                    stars,
                    starsInText,
                    Credits.NOBODY,
                    List.of());
        }
    }

    /** Who brought an entry, and what is printed around and between the names; no names where nobody is to be credited. */
    public record Credits(String before, List<Name> names, String separator, String after) {

        public static final Credits NOBODY = new Credits("", List.of(), "", "");
    }

    /** A contributor's name, with the at sign that stands before it. */
    public record Name(String text, @Nullable URI url) {}

    public record Picture(URI url, int width, int height, String alt, String caption) {}

    /**
     * Text that is not an entry.
     *
     * @param language the language its text is in
     * @param label what has to be said of it, as that it is paid for; else empty
     */
    public record Notice(BlockKind kind, String language, String label, String heading, Prose text) {}

    /** Who publishes it. */
    public Imprint imprint() {
        return masthead.imprint();
    }

    /** The greeting, which stands before the count. */
    public List<Notice> introduction() {
        return opening.stream()
                .filter(notice -> notice.kind() == BlockKind.INTRO)
                .toList();
    }

    /** What stands between the count and the first section. */
    public List<Notice> notices() {
        return opening.stream()
                .filter(notice -> notice.kind() != BlockKind.INTRO)
                .toList();
    }

    /** Every entry in printing order. */
    public Stream<Entry> entries() {
        return sections.stream().flatMap(section -> section.entries().stream());
    }

    /** The picture that stands for the issue where it is linked to; none where it has no picture. */
    public List<Picture> firstPicture() {
        return entries().flatMap(entry -> entry.pictures().stream()).limit(1).toList();
    }

    /** Without what is said about the entries. */
    Edition titlesOnly() {
        return with(
                opening,
                sections.stream()
                        .map(section -> new Section(
                                section.id(),
                                section.emoji(),
                                section.name(),
                                section.entries().stream().map(Entry::titleOnly).toList(),
                                section.after()))
                        .toList());
    }

    /** Its title alone. */
    Edition withoutText() {
        return with(List.of(), List.of());
    }

    private Edition with(List<Notice> otherOpening, List<Section> otherSections) {
        return new Edition(
                id,
                masthead,
                number,
                language,
                teaser,
                title,
                date,
                count,
                description,
                otherOpening,
                otherSections,
                page,
                markdown,
                translations);
    }

    /** Our own words in its language. */
    public Words words() {
        return Words.in(language);
    }
}
