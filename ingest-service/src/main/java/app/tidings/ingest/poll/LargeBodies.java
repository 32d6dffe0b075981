package app.tidings.ingest.poll;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import app.tidings.platform.fetch.SafeFetcher.Room;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/** Lets only so many polls at a time hold large bodies: with all of them large, memory would not do. */
final class LargeBodies {

    private final Semaphore free;
    private final Duration longest;

    /**
     * Makes the room.
     *
     * @param most polls at a time that hold large bodies
     * @param longest wait for room
     */
    LargeBodies(int most, Duration longest) {
        this.free = new Semaphore(most, true);
        this.longest = longest;
    }

    Share share() {
        return new Share();
    }

    /** What one poll takes of the room, however many bodies it reads; given back when it closes. For one thread. */
    final class Share implements Room, AutoCloseable {

        private boolean taken;

        @Override
        public boolean forLargeBody() throws InterruptedException {
            taken = taken || free.tryAcquire(longest.toNanos(), NANOSECONDS);
            return taken;
        }

        @Override
        public void close() {
            if (taken) {
                free.release();
            }
        }
    }
}
