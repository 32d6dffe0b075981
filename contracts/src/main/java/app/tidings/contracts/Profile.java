package app.tidings.contracts;

import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a publication is: its names, sections, editions and printing style, as they stood at a version. Maps are keyed by
 * language tag (BCP 47) and hold at least the publication's own language.
 *
 * @param language the language that editors write first
 * @param zone IANA time zone in which issues are dated and scheduled
 * @param titlePattern title of an issue by language, with {@code {number}} and {@code {headline}}
 * @param sections in the order in which they are printed
 */
public record Profile(
        String publicationId,
        long version,
        Map<String, String> name,
        Map<String, String> tagline,
        String language,
        String zone,
        Map<String, String> titlePattern,
        List<Section> sections,
        List<EditionPlan> editions,
        Style style,
        Imprint imprint) {

    public Profile {
        Guard.slug(publicationId, "publicationId");
        Guard.positive(version, "version");
        Guard.text(language, "language");
        name = Guard.mapOf(name);
        Guard.text(name.get(language), "name in the publication's language");
        tagline = Guard.mapOf(tagline);
        titlePattern = Guard.mapOf(titlePattern);
        Guard.text(titlePattern.get(language), "titlePattern in the publication's language");
        try {
            ZoneId.of(Guard.text(zone, "zone"));
        } catch (DateTimeException e) {
            throw new BadValue("zone is not an IANA time zone", e);
        }
        sections = Guard.filledList(sections, "sections");
        editions = Guard.filledList(editions, "editions");
        Guard.present(style, "style");
        Guard.present(imprint, "imprint");
    }

    /** The text in that language, or in the publication's own where there is none. */
    public String in(String wanted, Map<String, String> texts) {
        return texts.getOrDefault(wanted, texts.getOrDefault(language, ""));
    }

    /** The same profile with other editions. */
    public Profile withEditions(List<EditionPlan> changed) {
        return new Profile(
                publicationId, version, name, tagline, language, zone, titlePattern, sections, changed, style, imprint);
    }

    /**
     * A part of an issue.
     *
     * @param kind what belongs there: {@code article}, {@code project}, {@code audio}, {@code discussion}
     * @param entries how many an issue should have there; null for any number
     */
    public record Section(
            String id,
            String emoji,
            Map<String, String> name,
            String kind,
            @Nullable Count entries) {

        public Section {
            Guard.slug(id, "section id");
            emoji = emoji == null ? "" : emoji;
            name = Guard.mapOf(name);
            if (name.isEmpty()) {
                throw new BadValue("section has no name");
            }
            Guard.text(kind, "section kind");
        }
    }

    /**
     * How many there should be; who looks after an issue is warned of fewer and of more.
     *
     * @param min null for none
     * @param max null for any number
     */
    public record Count(@Nullable Integer min, @Nullable Integer max) {

        public Count {
            if (min == null && max == null) {
                throw new BadValue("entries of a section have neither min nor max");
            }
            Guard.notNegative(min == null ? 0 : min, "min of a section's entries");
            Guard.positive(max == null ? 1 : max, "max of a section's entries");
            if (min != null && max != null && min > max) {
                throw new BadValue("entries of a section have a min of %d above their max of %d".formatted(min, max));
            }
        }
    }

    /** An edition that every issue gets: language × access ({@code full} or {@code teaser}). */
    public record EditionPlan(String language, String access) {

        public static final String FULL = "full";
        public static final String TEASER = "teaser";

        public EditionPlan {
            Guard.text(language, "edition language");
            if (!FULL.equals(access) && !TEASER.equals(access)) {
                throw new BadValue("edition access is neither full nor teaser");
            }
        }
    }

    /**
     * How entries are printed.
     *
     * @param marks by edition language, then by the linked page's language: what stands behind a title, such as
     *     {@code (英)}
     * @param starsFrom star counts below this are not printed
     * @param starsPattern by edition language, with {@code {stars}} for {@code 18.5k} or {@code {STARS}} for {@code 18.5K}, such as
     *     {@code （star {stars}）}
     * @param creditPattern by edition language, with {@code {names}}, such as {@code （{names} 投稿）}
     * @param issuesPerSeason after so many issues the compendium is made
     */
    public record Style(
            Map<String, Map<String, String>> marks,
            int starsFrom,
            Map<String, String> starsPattern,
            Map<String, String> creditPattern,
            int issuesPerSeason) {

        public Style {
            marks = Guard.mapOf(marks);
            Guard.notNegative(starsFrom, "starsFrom");
            starsPattern = Guard.mapOf(starsPattern);
            creditPattern = Guard.mapOf(creditPattern);
            Guard.positive(issuesPerSeason, "issuesPerSeason");
        }
    }

    /** Who publishes it, for the foot of pages and mails; the postal line is asked for by law in many places. */
    public record Imprint(
            String publisher,
            @Nullable String postalAddress,
            @Nullable String license,
            @Nullable URI homepage) {

        public Imprint {
            Guard.text(publisher, "publisher");
            Guard.httpUrlOrNull(homepage, "homepage");
        }
    }
}
