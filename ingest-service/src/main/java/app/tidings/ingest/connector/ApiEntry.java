package app.tidings.ingest.connector;

import app.tidings.ingest.feed.FeedAuthor;
import app.tidings.ingest.feed.FeedEntry;
import app.tidings.ingest.feed.FeedText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One entry of what an API answers, in plain text. All connectors make their entries here.
 *
 * @param publishedAt null where the API does not say when the entry came
 */
record ApiEntry(
        @Nullable String id,
        @Nullable String link,
        @Nullable String title,
        @Nullable String summary,
        @Nullable String author,
        @Nullable Instant publishedAt) {

    private static final int MAX_TITLE = 2_000;
    private static final int MAX_SUMMARY = 16_000;

    /** No store can keep a time far outside of these, and no entry is of then. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private static final long LAST_SECOND = 99_999_999_999L;
    private static final DateTimeFormatter ENGLISH_DATE =
            DateTimeFormatter.ofPattern("[MMMM][MMM] d, uuuu", Locale.ENGLISH);

    /** The same, with more of it. */
    ApiEntry with(@Nullable String said, @Nullable Instant at) {
        return new ApiEntry(id, link, title, said, author, at);
    }

    /** As the rest of the service knows it. */
    FeedEntry toFeedEntry() {
        var by = author == null ? null : FeedAuthor.of(author);
        return new FeedEntry(
                id == null ? null : cut(id, MAX_TITLE),
                link,
                link,
                text(title, MAX_TITLE),
                text(summary, MAX_SUMMARY),
                by,
                publishedAt,
                null);
    }

    private static FeedText text(@Nullable String plain, int most) {
        return new FeedText(plain == null ? "" : cut(plain, most), false);
    }

    private static String cut(String text, int most) {
        return text.substring(0, Math.min(most, text.length()));
    }

    /**
     * What is said of an entry that people vote for and talk about.
     *
     * @param points field with its votes
     * @param comments field with the number of its comments
     */
    static String votes(JsonNode node, String points, String comments, @Nullable String discussion) {
        return "%s points, %s comments: %s"
                .formatted(node.path(points).asString("0"), node.path(comments).asString("0"), discussion);
    }

    /** The text at a pointer (RFC 6901); null where there is none, or it is blank. */
    static @Nullable String text(JsonNode node, String pointer) {
        var found = node.at(pointer);
        var text = found.isValueNode() ? found.asString("").strip() : "";
        return text.isEmpty() ? null : text;
    }

    /** The time at a pointer, as {@link #time(String)} reads it; null where there is none. */
    static @Nullable Instant time(JsonNode node, String pointer) {
        var text = text(node, pointer);
        return text == null ? null : time(text);
    }

    /** A time by ISO 8601, in seconds or milliseconds since 1970, by RFC 9110, or as {@code March 5, 2026}; UTC where no zone is said; else null. */
    static @Nullable Instant time(String text) {
        var stripped = text.strip();
        if (stripped.matches("\\d{9,13}(?:\\.\\d{1,9})?")) {
            var number = (long) Double.parseDouble(stripped);
            return number > LAST_SECOND ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
        }
        return firstOf(
                stripped,
                each -> OffsetDateTime.parse(each).toInstant(),
                each -> LocalDateTime.parse(each.replace(' ', 'T')).toInstant(ZoneOffset.UTC),
                each -> LocalDate.parse(each).atStartOfDay().toInstant(ZoneOffset.UTC),
                each -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(each, Instant::from),
                each -> LocalDate.parse(each, ENGLISH_DATE).atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    /** Reads a text as a time, or throws. */
    @FunctionalInterface
    private interface Format {
        Instant read(String text);
    }

    private static @Nullable Instant firstOf(String text, Format... formats) {
        for (var format : formats) {
            var time = attempt(text, format);
            if (time != null) {
                return time;
            }
        }
        return null;
    }

    private static @Nullable Instant attempt(String text, Format format) {
        try {
            var time = format.read(text);
            return time.isBefore(FIRST) || time.isAfter(LAST) ? null : time;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
