package app.tidings.curation.proposal;

import app.tidings.curation.proposal.Proposal.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The rules of the score, each of which gives its points and says why. Pure. */
final class Score {

    private static final int BEGIN = 50;
    private static final int MOST = 100;
    private static final int FEW_DAYS = 3;
    private static final int SOME_WEEKS = 14;
    private static final int OLD = 60;
    private static final int SOME_LINKS = 5;
    private static final int YIELD = 60;
    private static final int MOST_YIELD = 20;
    private static final int LEAST_YIELD = -15;
    private static final int LIKENESS = 20;
    private static final double LIKENESS_SCALE = 6;
    private static final int MANY_STARS = 1_000;
    private static final int VERY_MANY_STARS = 10_000;
    private static final int ANOTHER_SOURCE = 5;
    private static final int MOST_SOURCES = 15;

    private static final List<Rule> RULES = List.of(
            Score::begin,
            Score::freshness,
            Score::harvest,
            Score::likeness,
            Score::community,
            Score::repeat,
            Score::reading);

    /** What is known when points are given. */
    private record Known(Candidate candidate, Taste taste, Instant now) {}

    /** One thing that speaks for a candidate or against it. */
    @FunctionalInterface
    private interface Rule {
        Stream<Reason> reasons(Known known);
    }

    private Score() {}

    static List<Reason> reasons(Candidate candidate, Taste taste, Instant now) {
        var known = new Known(candidate, taste, now);
        return RULES.stream()
                .flatMap(rule -> rule.reasons(known))
                .filter(reason -> reason.points() != 0)
                .toList();
    }

    static int sum(List<Reason> reasons) {
        return Math.clamp(reasons.stream().mapToInt(Reason::points).sum(), 0, MOST);
    }

    private static Stream<Reason> begin(Known known) {
        return Stream.of(new Reason("to begin with", BEGIN));
    }

    private static Stream<Reason> freshness(Known known) {
        var days = Math.max(
                0, Duration.between(known.candidate.publishedAt(), known.now).toDays());
        var points = days <= FEW_DAYS ? 10 : days <= SOME_WEEKS ? 5 : days <= OLD ? 0 : -10;
        return Stream.of(new Reason(days == 0 ? "published today" : "published %d days ago".formatted(days), points));
    }

    /** The source that yields most speaks for all. */
    private static Stream<Reason> harvest(Known known) {
        var usual = known.taste.all();
        return known.candidate.sources().entrySet().stream()
                .filter(source -> known.taste.source(source.getKey()).seen() >= SOME_LINKS)
                .max(Comparator.comparingDouble(
                        source -> known.taste.source(source.getKey()).share()))
                .map(source -> {
                    var own = known.taste.source(source.getKey());
                    var points = Math.round(YIELD * (own.share() - usual.share()));
                    return new Reason(
                            "%d of %d links of %s were taken, of all %.0f %%"
                                    .formatted(own.taken(), own.seen(), source.getValue(), 100 * usual.share()),
                            Math.clamp(points, LEAST_YIELD, MOST_YIELD));
                })
                .stream();
    }

    private static Stream<Reason> likeness(Known known) {
        var signs = known.candidate.signs();
        return known.taste.likeness(signs).stream().map(balance -> {
            var taken = balance > 0;
            return new Reason(
                    "like what was %s: %s"
                            .formatted(
                                    taken ? "taken" : "declined", String.join(", ", known.taste.spoke(signs, taken))),
                    (int) Math.round(LIKENESS * Math.tanh(balance / LIKENESS_SCALE)));
        });
    }

    private static Stream<Reason> community(Known known) {
        var stars = known.candidate.stars();
        var sources = known.candidate.sources().size();
        return Stream.of(
                new Reason(
                        String.format(Locale.ROOT, "%,d stars", stars),
                        stars >= VERY_MANY_STARS ? 10 : stars >= MANY_STARS ? 5 : 0),
                new Reason(
                        "shown by %d sources".formatted(sources),
                        Math.clamp((sources - 1L) * ANOTHER_SOURCE, 0, MOST_SOURCES)));
    }

    private static Stream<Reason> repeat(Known known) {
        return known.candidate.ran().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(ran -> new Reason(ran.getKey(), ran.getValue() ? -30 : -10))
                .stream();
    }

    private static Stream<Reason> reading(Known known) {
        return known.candidate.readable() ? Stream.empty() : Stream.of(new Reason("its page could not be read", -10));
    }
}
