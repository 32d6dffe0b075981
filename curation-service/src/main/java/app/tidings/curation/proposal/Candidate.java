package app.tidings.curation.proposal;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an item that something is to be proposed of.
 *
 * @param kind of sections as a profile says it; none where the page tells nothing special
 * @param topics that the repository has for itself
 * @param sources names by id
 * @param publishedAt or else when it was found
 * @param stars of the repository; 0 where it is none
 * @param ran in words, where it ran before, with whether that is sure
 */
public record Candidate(
        String title,
        URI url,
        @Nullable String kind,
        List<String> topics,
        Map<String, String> sources,
        Instant publishedAt,
        int stars,
        boolean readable,
        Map<String, Boolean> ran) {

    Set<String> signs() {
        return Signs.of(title, url);
    }
}
