package app.tidings.curation.duplicate;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.contracts.Ids;
import app.tidings.curation.duplicate.Place.Repository;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The traces that an article leaves: two readings that are judged to be one share at least one of them, and others seldom do. So
 * what may be the same is found by equality alone. Pure.
 */
public final class Traces {

    /** Lighter titles show nothing, whatever else is known. */
    private static final double TELLING = 1.5;

    private static final int WORDS_OF_A_SLUG = 3;
    private static final int LENGTH = 24;

    private Traces() {}

    /** The traces of a reading, short texts without blanks; none where the address is none. */
    public static Set<String> of(Reading reading) {
        var traces = new LinkedHashSet<String>();
        Place.of(reading.address()).ifPresent(place -> {
            addresses(reading, place).map(each -> trace("address", each)).forEach(traces::add);
            names(place).forEach(traces::add);
            titles(Title.of(reading.title(), place)).forEach(traces::add);
            Shingles.of(reading.text()).bands().map(each -> trace("text", each)).forEach(traces::add);
        });
        return traces;
    }

    private static Stream<String> addresses(Reading reading, Place place) {
        var stated = Stream.of(Optional.ofNullable(reading.target()), Optional.ofNullable(reading.canonical()))
                .flatMap(Optional::stream)
                .flatMap(each -> Place.of(each).stream())
                .filter(Place::standsForSomething);
        return Stream.concat(Stream.of(place), stated)
                .map(each -> each.address().toString());
    }

    private static Stream<String> names(Place place) {
        return Stream.of(
                        Optional.ofNullable(place.repository())
                                .map(Repository::name)
                                .map(each -> trace("repository", each)),
                        place.machineName().map(each -> trace("machine", each)),
                        place.slug(WORDS_OF_A_SLUG).map(each -> trace("slug", each)),
                        Optional.of(trace("path", place.host() + place.segments())))
                .flatMap(Optional::stream);
    }

    private static Stream<String> titles(Title title) {
        return Stream.concat(title.forms().stream(), title.guesses().stream())
                .filter(each -> each.weight() >= TELLING)
                .map(each -> trace("title", each.meaning().toString()));
    }

    private static String trace(String sort, String text) {
        return sort + ":" + Ids.contentHash(text.getBytes(UTF_8)).substring(0, LENGTH);
    }
}
