package app.tidings.curation.archive;

import app.tidings.curation.archive.line.LanguageMark;
import app.tidings.curation.archive.line.Passage;
import app.tidings.curation.archive.line.Stars;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An issue as a file tells it.
 *
 * @param line where it begins, from 1
 * @param number as its title says; null where the title says none
 * @param date as the file, or else its name says
 * @param author as the front matter says
 * @param language of the text, {@code zh}, {@code en} or {@code ja}
 * @param claimed how many items there are as the introduction says, by the section's topic in lower case, and {@code words}
 */
public record PastIssue(
        int line,
        @Nullable Integer number,
        String title,
        @Nullable LocalDate date,
        @Nullable String author,
        String language,
        Passage intro,
        List<Section> sections,
        Map<String, Integer> claimed) {

    /** How much of an issue a file holds. */
    public enum Format {
        FULL,
        /** Titles alone: the text is elsewhere. */
        TEASER,
        /** Items without sections. */
        SPECIAL
    }

    /** In which of the three formats it is written. */
    public Format format() {
        if (sections.stream().anyMatch(Section::teaser)) {
            return Format.TEASER;
        }
        return sections.stream()
                        .filter(Section::hasItems)
                        .allMatch(section -> section.name().isEmpty())
                ? Format.SPECIAL
                : Format.FULL;
    }

    /** All items in printing order. */
    public Stream<Item> items() {
        return sections.stream().flatMap(section -> section.items().stream());
    }

    /**
     * A section of items, or of text.
     *
     * @param line of its heading; of its first line where it has none
     * @param name without its emoji; empty where it has no heading
     * @param raw the heading as it is written
     * @param teaser whether its items are titles alone
     * @param text of a section of text all of it; of one of items what stands before the first
     */
    public record Section(
            int line,
            Topic topic,
            String name,
            @Nullable String emoji,
            @Nullable String link,
            @Nullable String raw,
            boolean teaser,
            Passage text,
            List<Item> items) {

        public boolean hasItems() {
            return !items.isEmpty();
        }
    }

    /**
     * An item.
     *
     * @param number as it is written, twice or out of order though it may be
     * @param url none where the head is no link, as in teasers, and nothing else is said to be the address
     * @param headLink whether the head is a link
     * @param mark what the head says of the page's language
     * @param removed whether the editor withdrew it
     * @param text all that follows the head
     * @param stars every count in the text
     * @param contributor who is thanked for it
     */
    public record Item(
            int number,
            int line,
            String title,
            @Nullable String url,
            boolean headLink,
            Optional<LanguageMark> mark,
            boolean removed,
            Passage text,
            List<Stars> stars,
            Optional<String> contributor) {

        /** Whether it is a heading over several links of its text. */
        public boolean isGroup() {
            return !headLink && !text.links().isEmpty();
        }
    }
}
