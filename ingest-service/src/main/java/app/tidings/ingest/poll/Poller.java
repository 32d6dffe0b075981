package app.tidings.ingest.poll;

import app.tidings.ingest.IngestSettings;
import app.tidings.ingest.source.Outcome;
import app.tidings.ingest.source.Source;
import app.tidings.ingest.source.Sources;
import app.tidings.ingest.source.Sources.PollResult;
import app.tidings.ingest.source.SourcesChanged;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Polls the sources of the buckets that this replica holds: each poll on a virtual thread of its own, so many at a time;
 * results are written in batches.
 */
@Component
class Poller implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(30);
    private static final Duration LAST_POLLS = Duration.ofSeconds(5);
    private static final long LONGEST_NAP_MILLIS = 1_000;

    /** After so many beats everything is loaded anew: a kill may have kept a change from being told. */
    private static final int BEATS_TO_RELOAD = 60;

    private final Sources sources;
    private final Buckets buckets;
    private final Leases leases;
    private final PollSource pollSource;
    private final PollSchedule schedule;
    private final IngestSettings.Poll settings;
    private final InstantSource clock;
    private final PollReport report;
    private final Map<String, PollResult> unwritten = new ConcurrentHashMap<>();
    private final Semaphore woken = new Semaphore(0);
    private volatile @Nullable Threads threads;
    private long beats;

    /** What runs while the poller does. */
    private record Threads(ScheduledExecutorService timers, ExecutorService polls, Thread dispatcher) {}

    Poller(
            Sources sources,
            Buckets buckets,
            Leases leases,
            PollSource pollSource,
            IngestSettings settings,
            InstantSource clock,
            MeterRegistry meters) {
        this.sources = sources;
        this.buckets = buckets;
        this.leases = leases;
        this.pollSource = pollSource;
        this.settings = settings.poll();
        this.schedule = new PollSchedule(this.settings.perHost(), this.settings.hostGap());
        this.clock = clock;
        this.report = new PollReport(meters);
        Gauge.builder("tidings.sources.held", schedule, PollSchedule::size)
                .description("sources that this replica polls")
                .register(meters);
    }

    @Override
    public void start() {
        var timers = Executors.newScheduledThreadPool(
                2, Thread.ofVirtual().name("poll-timer-", 0).factory());
        var polls = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("poll-", 0).factory());
        var dispatcher = Thread.ofVirtual().name("poll-dispatcher").unstarted(this::dispatch);
        threads = new Threads(timers, polls, dispatcher);
        dispatcher.start();
        repeat(timers, settings.beat(), this::beat);
        repeat(timers, settings.flush(), this::flush);
    }

    private static void repeat(ScheduledExecutorService timers, Duration pause, Runnable work) {
        Runnable unlessAway = () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.atWarn()
                        .addKeyValue("cause", e.toString())
                        .log("the store does not answer the poller; trying again");
            }
        };
        var _ = timers.scheduleWithFixedDelay(unlessAway, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void beat() {
        if (beats == 0) {
            sources.index();
        }
        beats++;
        var beat = leases.beat(schedule::busy);
        schedule.forget(beat.lost());
        load(beats % BEATS_TO_RELOAD == 0 ? leases.inHand() : beat.toLoad());
    }

    private void load(Set<Integer> toLoad) {
        if (!toLoad.isEmpty()) {
            schedule.replace(toLoad, sources.inBuckets(toLoad));
            woken.release();
        }
    }

    /** Tells the other replicas, and looks at once where this one polls itself. */
    @EventListener
    void on(SourcesChanged changed) {
        buckets.noteChange(changed.buckets());
        var mine = new HashSet<>(changed.buckets());
        mine.retainAll(leases.inHand());
        load(mine);
    }

    private synchronized void flush() {
        var batch = List.copyOf(unwritten.values());
        sources.writeUnlessOutdated(batch);
        batch.forEach(result -> unwritten.remove(result.source().id(), result));
    }

    /** Nothing but the end of the service may end this: no source would be polled any more. */
    private void dispatch() {
        var permits = new Semaphore(settings.inFlight());
        while (isRunning() && !Thread.currentThread().isInterrupted()) {
            try {
                permits.acquire();
                if (!begunOrReleased(permits)) {
                    nap();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                LOG.atError().setCause(e).log("a poll could not begin; going on");
            }
        }
    }

    private boolean begunOrReleased(Semaphore permits) {
        var begun = false;
        try {
            begun = begin(permits::release);
        } finally {
            if (!begun) {
                permits.release();
            }
        }
        return begun;
    }

    /** Begins the next poll that is due; says whether there was one. */
    private boolean begin(Runnable afterwards) {
        var now = clock.instant();
        var running = threads;
        var next = running == null ? Optional.<Source>empty() : schedule.next(now);
        if (running == null || next.isEmpty()) {
            return false;
        }
        var source = next.get();
        var epoch = leases.epochToBegin(source.bucket());
        if (epoch.isEmpty()) {
            schedule.done(source, source.poll(), now.plus(settings.beat()), now);
            return false;
        }
        running.polls().execute(() -> {
            poll(source, epoch.getAsLong());
            afterwards.run();
            woken.release();
        });
        return true;
    }

    private void nap() throws InterruptedException {
        var next = schedule.nextAt();
        var wait = next == null
                ? LONGEST_NAP_MILLIS
                : Math.clamp(Duration.between(clock.instant(), next).toMillis(), 1, LONGEST_NAP_MILLIS);
        var _ = woken.tryAcquire(wait, TimeUnit.MILLISECONDS);
        woken.drainPermits();
    }

    private void poll(Source source, long epoch) {
        try {
            var state = pollSource.run(source).under(epoch);
            if (isRunning() || !(state.outcome() instanceof Outcome.Failed)) { // else it may be we who called it off
                unwritten.put(source.id(), new PollResult(source, state));
                report.tell(source, state);
            }
            schedule.done(source, state, null, clock.instant());
        } catch (RuntimeException | StackOverflowError e) {
            var now = clock.instant();
            schedule.done(source, source.poll(), now.plus(AFTER_A_FAULT), now);
            if (isRunning()) {
                LOG.atWarn()
                        .addKeyValue("source", source.id())
                        .setCause(e)
                        .log("poll could not be ended; trying again");
            }
        }
    }

    @Override
    public void stop() {
        var running = threads;
        threads = null;
        if (running == null) {
            return;
        }
        running.dispatcher().interrupt();
        running.timers().shutdown();
        end(running.polls());
        try {
            flush();
            leases.releaseAll();
        } catch (RuntimeException e) {
            LOG.atDebug().addKeyValue("cause", e.toString()).log("the leases will run out by themselves");
        }
    }

    private static void end(ExecutorService polls) {
        polls.shutdown();
        try {
            if (!polls.awaitTermination(LAST_POLLS.toMillis(), TimeUnit.MILLISECONDS)) {
                polls.shutdownNow();
                polls.awaitTermination(LAST_POLLS.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return threads != null;
    }
}
