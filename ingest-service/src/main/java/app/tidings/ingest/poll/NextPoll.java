package app.tidings.ingest.poll;

import app.tidings.ingest.connector.Hints;
import app.tidings.ingest.connector.Schedule;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a source is polled next. A failing one waits twice as long after each failure, up to a limit, and is never given up.
 * Chance spreads polls that would otherwise stay together. What the other side says is a floor.
 *
 * @param longestWait limit of a failing source's wait, and of what {@code Retry-After} and skipped hours may ask for
 * @param longestFloor limit of what caches and contents say of their freshness
 */
record NextPoll(Duration longestWait, Duration longestFloor) {

    private static final int MAX_DOUBLINGS = 20;
    private static final double SPREAD = 0.2;

    /**
     * The time of the next poll.
     *
     * @param failures polls that have failed in a row
     * @param said what the other side says, its content's schedule among it
     * @param chance from 0 to 1
     */
    Instant after(Instant now, Duration interval, int failures, Hints said, double chance) {
        var wait = failures == 0 ? interval : backOff(interval, failures);
        var spread = Math.round(wait.toMillis() * (1 - SPREAD / 2 + SPREAD * chance));
        var asked = atMost(said.notBefore(), now.plus(longestWait));
        var next = later(now.plusMillis(spread), asked);
        return failures > 0 ? next : scheduled(later(next, freshUntil(said, now)), said.schedule(), now);
    }

    private @Nullable Instant freshUntil(Hints said, Instant now) {
        var minutes = said.schedule() == null ? null : said.schedule().minutes();
        var own = minutes == null ? now : now.plus(Duration.ofMinutes(minutes));
        var cached = said.freshFor() == null ? now : now.plus(said.freshFor());
        return atMost(later(own, cached), now.plus(longestFloor));
    }

    private Instant scheduled(Instant next, @Nullable Schedule schedule, Instant now) {
        if (schedule == null) {
            return next;
        }
        var allowed = schedule.firstAllowed(next);
        var latest = later(now.plus(longestWait), next);
        return allowed.isAfter(latest) ? latest : allowed;
    }

    private static @Nullable Instant atMost(@Nullable Instant wish, Instant latest) {
        return wish != null && wish.isAfter(latest) ? latest : wish;
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }

    private Duration backOff(Duration interval, int failures) {
        var wait = interval.multipliedBy(1L << Math.min(failures - 1, MAX_DOUBLINGS));
        // an interval above the limit stays as it is: a failing source is never polled more often than a good one
        var limit = interval.compareTo(longestWait) > 0 ? interval : longestWait;
        return wait.compareTo(limit) > 0 ? limit : wait;
    }
}
