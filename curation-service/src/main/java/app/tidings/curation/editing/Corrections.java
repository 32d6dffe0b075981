package app.tidings.curation.editing;

import app.tidings.contracts.BadValue;
import app.tidings.curation.item.Edits.Facts;
import app.tidings.curation.item.Kind;
import app.tidings.curation.text.Choice;
import app.tidings.curation.text.PlainText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an editor corrects of what was found, as the API takes it: what is null stays as it is, and what is empty stands as it
 * was found.
 *
 * @param language a tag of BCP 47
 * @param kind as {@code kind} of the item says it
 * @param publishedAt a day or an instant of ISO 8601
 */
record Corrections(
        @Nullable String language,
        @Nullable String kind,
        @Nullable String author,
        @Nullable String publishedAt) {

    private static final int MAX_NAME = 200;
    private static final int LAST_YEAR = 9_999;
    private static final List<String> SHORT = List.of(Locale.getISOLanguages());
    private static final String NO_TAG = "language is no language tag, such as en, zh or pt-BR";
    private static final String NO_DATE =
            "publishedAt is neither a day nor an instant, such as 2026-11-30 or 2026-11-30T08:00:00Z";

    /** What is corrected after these corrections, where this was before them. */
    Facts of(Facts standing) {
        return new Facts(
                changed(language, standing.language(), Corrections::tag),
                changed(kind, standing.kind(), word -> Choice.of("kind", word, List.of(Kind.values()))),
                changed(author, standing.author(), Corrections::name),
                changed(publishedAt, standing.publishedAt(), Corrections::instant));
    }

    private static <T> @Nullable T changed(@Nullable String wanted, @Nullable T standing, Function<String, T> reading) {
        if (wanted == null) {
            return standing;
        }
        return wanted.isBlank() ? null : reading.apply(wanted.strip());
    }

    private static String name(String author) {
        var name = PlainText.line(author, MAX_NAME);
        if (name == null) {
            throw new BadValue("author has no name that can be printed");
        }
        return name;
    }

    /** The tag with a language of two letters where it has one, as those that are found have. */
    private static String tag(String language) {
        try {
            var tag = new Locale.Builder().setLanguageTag(language).build();
            return SHORT.stream()
                    .filter(each -> Locale.of(each).getISO3Language().equals(tag.getISO3Language()))
                    .findFirst()
                    .map(each -> new Locale.Builder()
                            .setLocale(tag)
                            .setLanguage(each)
                            .build()
                            .toLanguageTag())
                    .orElseThrow(() -> new BadValue(NO_TAG));
        } catch (IllformedLocaleException | MissingResourceException e) {
            throw new BadValue(NO_TAG, e);
        }
    }

    private static Instant instant(String date) {
        try {
            var at = date.length() == "2026-11-30".length()
                    ? LocalDate.parse(date).atStartOfDay().atOffset(ZoneOffset.UTC)
                    : OffsetDateTime.parse(date);
            if (at.getYear() > 0 && at.getYear() <= LAST_YEAR) {
                return at.toInstant();
            }
            throw new BadValue(NO_DATE);
        } catch (DateTimeParseException e) {
            throw new BadValue(NO_DATE, e);
        }
    }
}
