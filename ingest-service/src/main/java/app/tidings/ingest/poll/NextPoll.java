package app.tidings.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a source is polled next. A failing one waits twice as long after each failure, up to a limit, and is never given up.
 * Chance spreads polls that would otherwise stay together.
 *
 * @param longestWait limit of a failing source's wait, and of what a server may ask for
 */
record NextPoll(Duration longestWait) {

    private static final int MAX_DOUBLINGS = 20;
    private static final double SPREAD = 0.2;

    /**
     * The time of the next poll.
     *
     * @param failures polls that have failed in a row
     * @param askedFor when the server wants to be asked again at the earliest; its {@code Retry-After}
     * @param chance from 0 to 1
     */
    Instant after(Instant now, Duration interval, int failures, @Nullable Instant askedFor, double chance) {
        var wait = failures == 0 ? interval : backOff(interval, failures);
        var spread = Math.round(wait.toMillis() * (1 - SPREAD / 2 + SPREAD * chance));
        var next = now.plusMillis(spread);
        if (askedFor == null) {
            return next;
        }
        var latest = now.plus(longestWait);
        var floor = askedFor.isAfter(latest) ? latest : askedFor;
        return floor.isAfter(next) ? floor : next;
    }

    private Duration backOff(Duration interval, int failures) {
        var wait = interval.multipliedBy(1L << Math.min(failures - 1, MAX_DOUBLINGS));
        // an interval above the limit stays as it is: a failing source is never polled more often than a good one
        var limit = interval.compareTo(longestWait) > 0 ? interval : longestWait;
        return wait.compareTo(limit) > 0 ? limit : wait;
    }
}
