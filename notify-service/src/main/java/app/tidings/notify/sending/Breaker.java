package app.tidings.notify.sending;

import java.time.Duration;

/** Stops the sending for a while when the relay is away, longer each time, so that it is not hammered. */
final class Breaker {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 6;

    private int failures;
    private long closedFrom = System.nanoTime();

    /** The relay is away. */
    synchronized void away() {
        if (System.nanoTime() - closedFrom >= 0) {
            closedFrom = System.nanoTime() + (FIRST.toNanos() << Math.min(failures, MOST_DOUBLINGS));
            failures++;
        }
    }

    /** The relay is there. */
    synchronized void there() {
        failures = 0;
    }

    synchronized Duration pause() {
        return Duration.ofNanos(Math.max(0, closedFrom - System.nanoTime()));
    }
}
