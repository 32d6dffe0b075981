package app.tidings.bench.stage;

import app.tidings.local.run.Refusal;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what other processes do. */
public final class Waiting {

    private static final long BETWEEN_LOOKS_MILLIS = 25;

    private Waiting() {}

    /**
     * Looks again and again until it holds; then tells the {@link System#nanoTime} of the look that saw it.
     *
     * @param what is awaited, for the message that gives up after the limit
     */
    public static long until(String what, Duration limit, BooleanSupplier holds) {
        return until(what, limit, BETWEEN_LOOKS_MILLIS, holds);
    }

    /** As {@link #until(String, Duration, BooleanSupplier)}, with so many milliseconds between two looks. */
    public static long until(String what, Duration limit, long between, BooleanSupplier holds) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new Refusal("after %d s still waiting: %s".formatted(limit.toSeconds(), what));
            }
            pause(between);
        }
        return System.nanoTime();
    }

    /** Lets so many milliseconds pass. */
    public static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted", e);
        }
    }
}
