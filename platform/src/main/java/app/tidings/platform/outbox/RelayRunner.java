package app.tidings.platform.outbox;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Runs the relay: on the hint of each finished write, and over all that is pending at every sweep. */
final class RelayRunner implements SmartLifecycle, Outbox.Hints {

    private static final Logger LOG = LoggerFactory.getLogger(RelayRunner.class);
    private static final int MAX_HINTS = 10_000;

    /** How many aggregates one run of the relay takes in hand at most. */
    private static final int BATCH = 100;

    private final PendingAggregates pending;
    private final Relay relay;
    private final OutboxSettings settings;
    private final FinishedWrites finished;
    private final BlockingQueue<String> hints = new ArrayBlockingQueue<>(MAX_HINTS);
    private final Lock gathering = new ReentrantLock();
    private volatile @Nullable ScheduledExecutorService threads;

    RelayRunner(PendingAggregates pending, Relay relay, FinishedWrites finished, OutboxSettings settings) {
        this.pending = pending;
        this.relay = relay;
        this.finished = finished;
        this.settings = settings;
    }

    /** Never blocks: what finds no place in the queue is found by the sweep. */
    @Override
    public void written(String pendingId, String writeId) {
        finished.add(writeId);
        if (!hints.offer(pendingId)) {
            LOG.atDebug().addKeyValue("pending", pendingId).log("left to the sweep");
        }
    }

    @Override
    public void start() {
        var executor = Executors.newScheduledThreadPool(
                settings.relays() + 1,
                Thread.ofPlatform().daemon().name("relay-", 0).factory());
        threads = executor;
        for (var i = 0; i < settings.relays(); i++) {
            executor.execute(this::followHints);
        }
        var sweep = settings.sweep().toMillis();
        var _ = executor.scheduleWithFixedDelay(this::sweep, 0, sweep, TimeUnit.MILLISECONDS);
    }

    private void followHints() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                drain(gathered());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** What was hinted at, and what comes shortly after it: many together cost little more than one. One relay gathers at a time. */
    private Collection<String> gathered() throws InterruptedException {
        gathering.lockInterruptibly();
        try {
            var ids = new LinkedHashSet<String>();
            var next = hints.take();
            var deadline = System.nanoTime() + settings.linger().toNanos();
            while (next != null) {
                ids.add(next);
                next = ids.size() < BATCH ? hints.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS) : null;
            }
            return ids;
        } finally {
            gathering.unlock();
        }
    }

    private void sweep() {
        try {
            sweepOnce();
            relay.dropOrphans();
        } catch (Throwable e) { // an error, too, must not end the sweeping for good
            LOG.atWarn().addKeyValue("cause", e.toString()).log("the outbox could not be swept; trying again");
        }
    }

    private void sweepOnce() {
        var ids = pending.ids();
        for (var from = 0; from < ids.size(); from += BATCH) {
            if (!drain(ids.subList(from, Math.min(from + BATCH, ids.size())))) {
                return; // the broker or the store is away: the next sweep tries again
            }
        }
    }

    /** Says whether it makes sense to go on with others. */
    private boolean drain(Collection<String> ids) {
        try {
            var drained = relay.drain(ids);
            drained.failures().entrySet().stream()
                    .findFirst()
                    .ifPresent(first -> warn(drained.failures().size(), first.getKey(), first.getValue()));
            return !drained.isStuck();
        } catch (Throwable e) { // an error, too, must not end this relay for good
            warn(ids.size(), ids.iterator().next(), e);
            return false;
        }
    }

    private void warn(int aggregates, String first, Throwable cause) {
        if (isRunning()) {
            LOG.atWarn()
                    .addKeyValue("aggregates", aggregates)
                    .addKeyValue("first", first)
                    .addKeyValue("cause", cause.toString())
                    .log("events could not be sent; trying again");
        }
    }

    @Override
    public void stop() {
        var executor = threads;
        threads = null;
        if (executor != null) {
            executor.shutdownNow();
            awaitEnd(executor);
        }
    }

    private static void awaitEnd(ScheduledExecutorService executor) {
        try {
            executor.awaitTermination(Duration.ofSeconds(5).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return threads != null;
    }
}
