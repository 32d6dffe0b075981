package app.tidings.ingest.outcome;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a source had something new. What came within an hour counts once, so that a handful of links in the morning is one
 * morning's news.
 *
 * @param news the newest {@value #MOST} such times, newest first
 */
public record Rhythm(List<Instant> news) {

    /** Nothing is known. */
    public static final Rhythm NONE = new Rhythm(List.of());

    private static final int MOST = 16;

    /** With fewer, a gap says nothing. */
    private static final int LEAST = 3;

    /** With fewer, a silence says nothing. */
    private static final int LEAST_FOR_QUIET = 5;

    private static final Duration ONE_BURST = Duration.ofHours(1);
    private static final Duration SHORTEST_SILENCE = Duration.ofDays(2);

    /** So many polls fall into a usual gap. */
    private static final int POLLS_A_GAP = 8;

    /** A silence counts as a gap of its length over this: a source that falls asleep is asked less and less. */
    private static final int SILENCE = 4;

    public Rhythm {
        news = news == null ? List.of() : List.copyOf(news);
    }

    /** The rhythm with more times; those of the future do not count. */
    public Rhythm with(Collection<Instant> more, Instant now) {
        var kept = new ArrayList<Instant>();
        Stream.concat(news.stream(), more.stream())
                .filter(time -> !time.isAfter(now))
                .sorted(Comparator.reverseOrder())
                .forEach(time -> {
                    var apart = kept.isEmpty() || !time.plus(ONE_BURST).isAfter(kept.getLast());
                    if (apart && kept.size() < MOST) {
                        kept.add(time);
                    }
                });
        return new Rhythm(kept);
    }

    /** When something new came last; null where nothing ever did. */
    public @Nullable Instant lastNews() {
        return news.isEmpty() ? null : news.getFirst();
    }

    /** The usual time between two news, their median; null where too little is known. */
    public @Nullable Duration gap() {
        var gaps = gaps();
        return gaps.size() < LEAST - 1 ? null : gaps.get(gaps.size() / 2);
    }

    private List<Duration> gaps() {
        var gaps = new ArrayList<>(IntStream.range(1, news.size())
                .mapToObj(i -> Duration.between(news.get(i), news.get(i - 1)))
                .toList());
        Collections.sort(gaps);
        return gaps;
    }

    /** Bounds of an interval that follows a rhythm, and the one where none is known yet. */
    public record Bounds(Duration usual, Duration shortest, Duration longest) {}

    /**
     * How long to wait between two polls: an eighth of the usual gap, and longer the longer nothing came.
     *
     * @param since when the source was added
     */
    public Duration interval(Instant since, Instant now, Bounds bounds) {
        var last = lastNews();
        var silence = Duration.between(last == null ? since : last, now);
        var asleep = silence.dividedBy((long) SILENCE * POLLS_A_GAP);
        var gap = gap();
        var least = gap == null ? bounds.usual() : longer(gap.dividedBy(POLLS_A_GAP), bounds.shortest());
        var wish = longer(least, asleep);
        return gap == null && bounds.usual().compareTo(bounds.longest()) > 0 ? wish : shorter(wish, bounds.longest());
    }

    /** When the source has been silent for so long that it is out of its rhythm; null where too little is known. */
    public @Nullable Instant quietAt() {
        var silence = longestSilence();
        var last = lastNews();
        return silence == null || last == null ? null : last.plus(longer(silence, SHORTEST_SILENCE));
    }

    /** The longest silence that is within the rhythm; null where too little is known. */
    public @Nullable Duration longestSilence() {
        var gap = gap();
        if (gap == null || news.size() < LEAST_FOR_QUIET) {
            return null;
        }
        var longest = gaps().getLast();
        return longer(gap.multipliedBy(4), longest.plus(longest.dividedBy(2)));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
