package app.tidings.curation.image;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Lets one image at a time be decoded, for each takes much memory for a moment. Who waits holds its file meanwhile, so the files
 * of all who wait have a bound as well.
 */
final class Turn {

    /** The turn of all of the process. */
    static final Turn OF_ALL = new Turn(new Semaphore(1, true), Duration.ofSeconds(60), 32 * 1024 * 1024);

    private final Semaphore turn;
    private final Semaphore room;
    private final Duration longest;

    /**
     * Makes a turn.
     *
     * @param longest how long somebody waits for it
     * @param mostBytes of the files of all who wait, and of the one whose turn it is
     */
    Turn(Semaphore turn, Duration longest, int mostBytes) {
        this.turn = turn;
        this.longest = longest;
        this.room = new Semaphore(mostBytes);
    }

    /**
     * Does the work when it is its turn.
     *
     * @param bytes of the file
     * @param waiting waits, and tells whether the turn came
     * @param busy told instead where the turn does not come in time, or too many wait for it
     */
    <T> T take(int bytes, Predicate<Supplier<Boolean>> waiting, Supplier<T> work, T busy) {
        if (!room.tryAcquire(bytes)) {
            return busy;
        }
        var mine = new AtomicBoolean(); // known here even if the wait ends with an exception
        try {
            return waiting.test(() -> comes(mine)) ? work.get() : busy;
        } finally {
            if (mine.get()) {
                turn.release();
            }
            room.release(bytes);
        }
    }

    private boolean comes(AtomicBoolean mine) {
        try {
            mine.set(turn.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return mine.get();
    }
}
