package app.tidings.ingest.poll;

import app.tidings.ingest.IngestSettings;
import app.tidings.ingest.health.Alarm;
import app.tidings.ingest.outcome.Outcome;
import app.tidings.ingest.outcome.PollResults;
import app.tidings.ingest.outcome.PollResults.Past;
import app.tidings.ingest.outcome.PollResults.PollResult;
import app.tidings.ingest.outcome.PollState;
import app.tidings.ingest.source.Source;
import app.tidings.ingest.source.Sources;
import app.tidings.ingest.source.SourcesChanged;
import app.tidings.platform.mongo.StoreFault;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Polls the sources of the buckets that this replica holds: each poll on a thread of its own, so many at a time;
 * results are written in batches.
 */
@Component
class Poller implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
    private static final Duration PUT_OFF = Duration.ofSeconds(30); // where the source is not at fault
    private static final Duration LAST_POLLS = Duration.ofSeconds(5);

    /** Results in one write: as many as a slow store writes in time, or none of them would ever be written. */
    private static final int BATCH = 100;

    /** After so many beats everything is loaded anew: a kill may have kept a change from being told. */
    private static final int BEATS_TO_RELOAD = 60;

    private final Sources sources;
    private final PollResults results;
    private final Buckets buckets;
    private final Leases leases;
    private final PollSource pollSource;
    private final FollowSource followSource;
    private final Alarm alarm;
    private final PollSchedule schedule;
    private final IngestSettings.Poll settings;
    private final InstantSource clock;
    private final PollReport report;
    private final Map<String, PollResult> unwritten = new ConcurrentHashMap<>();
    private final Set<Integer> toLoad = new HashSet<>();
    private final Dispatcher dispatcher;
    private volatile @Nullable Threads threads;
    private long beats;

    /** What runs while the poller does. */
    private record Threads(ScheduledExecutorService timers, ExecutorService polls, Thread dispatching) {}

    Poller(
            Sources sources,
            PollResults results,
            Buckets buckets,
            Leases leases,
            PollSource pollSource,
            FollowSource followSource,
            IngestSettings settings,
            InstantSource clock,
            MeterRegistry meters) {
        this.sources = sources;
        this.results = results;
        this.buckets = buckets;
        this.leases = leases;
        this.pollSource = pollSource;
        this.followSource = followSource;
        this.settings = settings.poll();
        this.alarm = new Alarm(this.settings.alarmAfter());
        this.schedule = new PollSchedule(this.settings.perHost(), this.settings.hostGap());
        this.clock = clock;
        this.report = new PollReport(meters);
        this.dispatcher = new Dispatcher(schedule, leases, this.settings, clock, this::poll);
        Gauge.builder("tidings.sources.held", schedule, PollSchedule::size)
                .description("sources that this replica polls")
                .register(meters);
    }

    @Override
    public void start() {
        var timers = Executors.newScheduledThreadPool(
                2, Thread.ofPlatform().daemon().name("poll-timer-", 0).factory());
        var polls = Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name("poll-", 0).factory());
        var dispatching = Thread.ofPlatform().daemon().name("poll-dispatcher").unstarted(() -> dispatcher.run(polls));
        threads = new Threads(timers, polls, dispatching);
        dispatching.start();
        repeat(timers, settings.beat(), this::beat);
        repeat(timers, settings.flush(), this::flush);
    }

    private static void repeat(ScheduledExecutorService timers, Duration pause, Runnable work) {
        Runnable whateverHappens = () -> {
            try {
                work.run();
            } catch (Throwable fault) { // an Error as well: a task that throws is never run again
                LOG.atWarn()
                        .addKeyValue("cause", fault.toString())
                        .setCause(StoreFault.is(fault) ? null : fault)
                        .log("the poller could not read or write; trying again");
            }
        };
        var _ = timers.scheduleWithFixedDelay(whateverHappens, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
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

    /** Reads the sources of these buckets, and of those that could not be read before. */
    private synchronized void load(Set<Integer> more) {
        toLoad.addAll(more);
        toLoad.retainAll(leases.inHand());
        if (!toLoad.isEmpty()) {
            schedule.replace(toLoad, sources.inBuckets(toLoad));
            toLoad.clear();
            dispatcher.wake();
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

    private void flush() {
        synchronized (unwritten) { // not the monitor under which sources are read: neither waits for the other
            var all = List.copyOf(unwritten.values());
            for (var from = 0; from < all.size(); from += BATCH) {
                var batch = all.subList(from, Math.min(all.size(), from + BATCH));
                results.writeUnlessOutdated(batch);
                batch.forEach(result -> unwritten.remove(result.sourceId(), result));
            }
        }
    }

    private void poll(Source source, long epoch) {
        var state = source.poll();
        Instant due = null;
        try {
            state = keep(source, pollSource.run(source).under(epoch));
            followSource.run(source, state, clock.instant());
        } catch (PollSource.NoRoom _) {
            due = clock.instant().plus(PUT_OFF);
        } catch (Throwable fault) { // an Error as well: the source would be under way for good
            warn(source, fault);
            if (StoreFault.is(fault)) {
                due = clock.instant().plus(PUT_OFF);
            } else {
                state = keep(source, pollSource.afterDefect(source).under(epoch));
            }
        } finally {
            schedule.done(source, state, due, clock.instant());
        }
    }

    /** Keeps what is to be written; returns the state with what is told of it. */
    private PollState keep(Source source, PollState state) {
        if (!isRunning() && state.outcome() instanceof Outcome.Failed) {
            return state; // it may be we who called it off
        }
        var told = alarm.judge(source, state, clock.instant());
        unwritten.merge(source.id(), result(source, told), (earlier, later) -> later.after(earlier));
        report.tell(source, told.state());
        return told.state();
    }

    private static PollResult result(Source source, Alarm.Told told) {
        var outcome = told.state().outcome();
        var past = outcome == null || outcome instanceof Outcome.Unchanged
                ? List.<Past>of()
                : List.of(new Past(outcome, source.poll().watch().unchanged()));
        return new PollResult(source.id(), told.state(), past, told.events());
    }

    private void warn(Source source, Throwable fault) {
        if (isRunning()) {
            LOG.atWarn()
                    .addKeyValue("source", source.id())
                    .setCause(fault)
                    .log("poll could not be ended; trying again");
        }
    }

    @Override
    public void stop() {
        var running = threads;
        threads = null;
        if (running == null) {
            return;
        }
        running.dispatching().interrupt();
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
