package app.tidings.render.feed;

import app.tidings.render.edition.Edition.Masthead;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a feed tells, whatever form it is written in.
 *
 * @param self its own address
 * @param items newest issue first
 */
record Feed(String language, Masthead masthead, URI self, List<Item> items) {

    /**
     * An issue.
     *
     * @param id the same for ever, wherever the archive moves and however often the issue is corrected
     * @param published the beginning of the day in the publication's zone
     * @param updated when the version that is shown was printed
     * @param html its text, sanitised, every address absolute
     * @param image the first one in the text
     */
    record Item(
            String id,
            String title,
            URI page,
            OffsetDateTime published,
            OffsetDateTime updated,
            String summary,
            String html,
            @Nullable String image) {}

    /** When it last changed; the epoch where it is empty, for there is no other instant that would stay the same. */
    Instant updated() {
        return items.stream()
                .map(item -> item.updated().toInstant())
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    /** What the publication says of itself; its name where it says nothing. */
    String description() {
        return masthead.tagline().isEmpty() ? masthead.name() : masthead.tagline();
    }
}
