package app.tidings.ingest.poll;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import app.tidings.ingest.IngestSettings;
import app.tidings.platform.fetch.SafeFetcher.Room;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Lets only so many polls at a time hold large bodies: with all of them large, memory would not do. */
@Component
final class LargeBodies {

    /** Less than a fetch may take as a whole, so that it is known what was waited for. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final Semaphore free;
    private final Duration longest;

    @Autowired
    LargeBodies(IngestSettings settings) {
        this(settings.poll().large(), LONGEST_WAIT);
    }

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
        private boolean refused;

        @Override
        public boolean forLargeBody() throws InterruptedException {
            taken = taken || free.tryAcquire(longest.toNanos(), NANOSECONDS);
            refused = !taken;
            return taken;
        }

        /** Whether there was no room for it when it was asked for last. */
        boolean isRefused() {
            return refused;
        }

        @Override
        public void close() {
            if (taken) {
                free.release();
            }
        }
    }
}
