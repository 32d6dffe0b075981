package app.tidings.notify.sending;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Stops the sending for a while when the relay is away, longer each time, so that it is not hammered. */
final class Breaker {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 6;

    private final LongSupplier nanos;
    private int failures;
    private long closedFrom;

    /** With what counts nanoseconds, from any beginning. */
    Breaker(LongSupplier nanos) {
        this.nanos = nanos;
        this.closedFrom = nanos.getAsLong();
    }

    /** The relay is away. Whoever says so while the sending pauses had begun before, and makes the pause no longer. */
    synchronized void away() {
        if (left() <= 0) {
            closedFrom = nanos.getAsLong() + (FIRST.toNanos() << Math.min(failures, MOST_DOUBLINGS));
            failures++;
        }
    }

    /** The relay is there. */
    synchronized void there() {
        failures = 0;
    }

    /** How long nothing is to be sent; zero when it may go on. */
    synchronized Duration pause() {
        return Duration.ofNanos(Math.max(0, left()));
    }

    private long left() {
        return closedFrom - nanos.getAsLong();
    }
}
