package app.tidings.ingest.source;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which sources are looked for; what is null does not matter.
 *
 * @param standing a word of {@link Standing#word}
 * @param text a part of the name, host, address, owner or notes, in whatever case
 */
record Search(
        @Nullable String publicationId,
        @Nullable String tag,
        @Nullable String standing,
        @Nullable String text) {

    private static final List<String> STANDINGS = List.of("active", "paused", "snoozed", "archived");

    /** What is wrong with it, or with the cursor of a page of it; null where nothing is. */
    @Nullable
    String fault(@Nullable String cursor) {
        if (standing != null && !STANDINGS.contains(standing)) {
            return "standing is none of: " + String.join(", ", STANDINGS);
        }
        return cursor == null || cursor.isEmpty() || cursor.indexOf(':') > 0
                ? null
                : "cursor is none that a page gave as its next";
    }

    boolean finds(Source source, Instant now) {
        var set = source.settings();
        return (tag == null || set.tags().contains(tag))
                && (standing == null || standing.equals(set.standing().word(now)))
                && (text == null
                        || Stream.of(set.name(), set.connector().toString(), set.owner(), set.notes())
                                .anyMatch(this::isIn));
    }

    private boolean isIn(@Nullable String words) {
        return words != null && text != null && words.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }
}
