package app.tidings.ingest.source;

import java.time.Instant;
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
