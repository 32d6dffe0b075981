package app.tidings.curation.item;

import app.tidings.contracts.Sighting;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What ingest says about the link, up to a version of it.
 *
 * @param withdrawn why it is not wanted after all; null where it is
 */
public record Sighted(
        long linkVersion,
        String title,
        @Nullable String teaser,
        List<Sighting> sightings,
        @Nullable String withdrawn) {

    private static final int MOST_SIGHTINGS = 100;

    public Sighted {
        sightings = List.copyOf(sightings);
    }

    /** How long the recording is, as the first source that knows says. */
    public Optional<Duration> length() {
        return sightings.stream()
                .map(Sighting::lengthSeconds)
                .filter(Objects::nonNull)
                .findFirst()
                .map(Duration::ofSeconds);
    }

    static List<Sighting> once(Stream<Sighting> all) {
        var once = new LinkedHashMap<List<@Nullable Object>, Sighting>();
        all.forEach(each -> once.putIfAbsent(Arrays.asList(each.sourceId(), each.contributor()), each));
        return once.values().stream().limit(MOST_SIGHTINGS).toList();
    }

    /** What both know, each source and contributor once; the later version's words stand. */
    public Sighted mergedWith(Sighted other) {
        var later = other.linkVersion > linkVersion ? other : this;
        return new Sighted(
                later.linkVersion,
                later.title,
                later.teaser,
                once(Stream.concat(sightings.stream(), other.sightings.stream())),
                later.withdrawn);
    }
}
