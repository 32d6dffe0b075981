package app.tidings.contracts;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An approved issue, whole: all that is needed to print it in every edition and format. Maps are keyed by language tag.
 * Comments and block texts are Markdown (CommonMark) as the editor wrote it: hostile until sanitised.
 *
 * @param number the issue's number in its publication, from 1
 * @param headline what is put into the profile's title pattern
 * @param date the issue's date in the publication's zone
 * @param profile the publication's profile as it stood at approval
 */
public record Manuscript(
        String issueId,
        int number,
        Map<String, String> headline,
        LocalDate date,
        Profile profile,
        List<Part> parts,
        List<Block> blocks) {

    public Manuscript {
        Guard.text(issueId, "issueId");
        Guard.positive(number, "number");
        headline = Guard.mapOf(headline);
        Guard.present(date, "date");
        Guard.present(profile, "profile");
        if (!Ids.publicationOf(issueId).equals(profile.publicationId())) {
            throw new BadValue("issueId is not of the profile's publication");
        }
        parts = Guard.listOf(parts);
        blocks = Guard.listOf(blocks);
        for (var part : parts) {
            if (profile.sections().stream().noneMatch(section -> section.id().equals(part.section()))) {
                throw new BadValue("a part's section is not in the profile");
            }
        }
    }

    /** Every entry in printing order. */
    public Stream<Entry> entries() {
        return parts.stream().flatMap(part -> part.entries().stream());
    }

    /** Every image that has to be there before the issue can be printed. */
    public Stream<Image> images() {
        return entries().flatMap(entry -> entry.images().stream());
    }

    /** The entries of one section; a part without entries is not printed. */
    public record Part(String section, List<Entry> entries) {

        public Part {
            Guard.slug(section, "section");
            entries = Guard.listOf(entries);
        }
    }

    /**
     * An item's place in an issue, as it stood at approval.
     *
     * @param entryId stable within the publication: the item's id, or issue, section and position where there is none
     * @param itemId none for entries without address
     * @param url none for teasers and withdrawn items
     * @param linkLanguage language of the linked page, {@code und} where unknown
     * @param stars of the repository, where it is one
     */
    public record Entry(
            String entryId,
            @Nullable String itemId,
            @Nullable URI url,
            String linkLanguage,
            Map<String, Text> texts,
            @Nullable Integer stars,
            List<Credit> credits,
            List<Image> images) {

        public Entry {
            Guard.text(entryId, "entryId");
            Guard.httpUrlOrNull(url, "entry url");
            Guard.text(linkLanguage, "linkLanguage");
            texts = Guard.mapOf(texts);
            if (texts.isEmpty()) {
                throw new BadValue("entry has no text");
            }
            credits = Guard.listOf(credits);
            images = Guard.listOf(images);
        }
    }

    /**
     * An entry in one language.
     *
     * @param comment Markdown; may be empty
     * @param translation how the title came into this language; null in manuscripts that were approved before it was told
     * @param url the linked page in this language, such as a translation of it; none: what the entry links to
     */
    public record Text(
            String title,
            String comment,
            TextStatus status,
            @Nullable Translation translation,
            @Nullable URI url) {

        public Text {
            Guard.text(title, "entry title");
            comment = comment == null ? "" : comment;
            Guard.present(status, "text status");
            Guard.httpUrlOrNull(url, "url of an entry's text");
        }

        /** A text of which nothing is known but what it says. */
        public Text(String title, String comment, TextStatus status) {
            this(title, comment, status, null, null);
        }
    }

    /** How a title came into a language. */
    public enum Translation {

        /** It is the linked page's own. */
        ORIGINAL,

        /** An editor wrote it. */
        EDITOR,

        /** It is a model's, and an editor accepted it. */
        DRAFT,

        /** Nobody translated it: it is the linked page's own, in another language. */
        MISSING
    }

    /** Where a text comes from: the editor wrote or accepted it, or it is a machine's that nobody has looked at. */
    public enum TextStatus {
        WRITTEN,
        MACHINE
    }

    /** An image by the hash of its bytes; the bytes travel as {@code image-kept}. */
    public record Image(String sha256, int width, int height, String alt, String caption) {

        public Image {
            Guard.sha256(sha256, "image sha256");
            Guard.positive(width, "image width");
            Guard.positive(height, "image height");
            alt = alt == null ? "" : alt;
            caption = caption == null ? "" : caption;
        }
    }

    /**
     * Text of an issue that is not an entry.
     *
     * @param after the section behind which it stands; none: before the first section
     * @param heading by language; empty where it has none
     * @param text Markdown by language
     */
    public record Block(BlockKind kind, @Nullable String after, Map<String, String> heading, Map<String, String> text) {

        public Block {
            Guard.present(kind, "block kind");
            heading = Guard.mapOf(heading);
            text = Guard.mapOf(text);
            if (text.isEmpty()) {
                throw new BadValue("block %s has no text".formatted(kind));
            }
        }
    }

    public enum BlockKind {
        INTRO,
        NOTICE,
        SPONSOR,
        GIVEAWAY,
        SUPPORT,
        SUBSCRIBE
    }
}
