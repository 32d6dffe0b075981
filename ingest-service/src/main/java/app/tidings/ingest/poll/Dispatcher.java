package app.tidings.ingest.poll;

import app.tidings.ingest.IngestSettings;
import app.tidings.ingest.source.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins each poll when it is due, so many at a time, each on a thread of its own. */
final class Dispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final long LONGEST_NAP_MILLIS = 1_000;

    private final PollSchedule schedule;
    private final Leases leases;
    private final IngestSettings.Poll settings;
    private final InstantSource clock;
    private final Poll poll;
    private final Semaphore woken = new Semaphore(0);

    /** What is done with a source that is due, under the lease of its bucket; ends what the schedule began. */
    @FunctionalInterface
    interface Poll {
        void run(Source source, long epoch);
    }

    Dispatcher(PollSchedule schedule, Leases leases, IngestSettings.Poll settings, InstantSource clock, Poll poll) {
        this.schedule = schedule;
        this.leases = leases;
        this.settings = settings;
        this.clock = clock;
        this.poll = poll;
    }

    /** Says that something else may be due now. */
    void wake() {
        woken.release();
    }

    /** Runs until its thread is interrupted, and nothing else ends it: no source would be polled any more. */
    void run(ExecutorService polls) {
        var permits = new Semaphore(settings.inFlight());
        while (!Thread.currentThread().isInterrupted()) {
            try {
                permits.acquire();
                if (!begunOrReleased(polls, permits)) {
                    nap();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Throwable e) {
                LOG.atError().setCause(e).log("a poll could not begin; going on");
            }
        }
    }

    private boolean begunOrReleased(ExecutorService polls, Semaphore permits) {
        var begun = false;
        try {
            begun = begin(polls, permits);
        } finally {
            if (!begun) {
                permits.release();
            }
        }
        return begun;
    }

    /** Begins the next poll that is due; says whether there was one, whose end then gives the permit back. */
    private boolean begin(ExecutorService polls, Semaphore permits) {
        var now = clock.instant();
        var next = schedule.next(now);
        if (next.isEmpty()) {
            return false;
        }
        var source = next.get();
        var epoch = leases.epochToBegin(source.bucket());
        if (epoch.isEmpty()) {
            putOff(source, now);
            return false;
        }
        try {
            polls.execute(() -> run(source, epoch.getAsLong(), permits));
        } catch (Throwable e) {
            putOff(source, now);
            throw e;
        }
        return true;
    }

    private void putOff(Source source, Instant now) {
        schedule.done(source, source.poll(), now.plus(settings.beat()), now);
    }

    private void run(Source source, long epoch, Semaphore permits) {
        try {
            poll.run(source, epoch);
        } finally {
            permits.release();
            wake();
        }
    }

    private void nap() throws InterruptedException {
        var next = schedule.nextAt();
        var wait = next == null
                ? LONGEST_NAP_MILLIS
                : Math.clamp(Duration.between(clock.instant(), next).toMillis(), 1, LONGEST_NAP_MILLIS);
        var _ = woken.tryAcquire(wait, TimeUnit.MILLISECONDS);
        woken.drainPermits();
    }
}
