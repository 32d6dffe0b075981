package app.tidings.platform.jobs;

import app.tidings.platform.jobs.Jobs.Job;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Works the jobs of one stage on threads of the platform, for many begin at once and load classes, which may stop virtual ones for
 * good. Work that throws, be it an error, is tried again after a pause that doubles; work that ends is done, unless it says when
 * it is to be done again.
 */
public final class Workers implements SmartLifecycle {

    private static final Duration LAST_JOBS = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int MOST_DOUBLINGS = 20;

    private final String stage;
    private final Jobs jobs;
    private final Function<Job, Optional<Again>> work;
    private final Plan plan;
    private final Semaphore woken = new Semaphore(0);
    private final Semaphore lookout = new Semaphore(1);
    private volatile @Nullable ExecutorService threads;

    /**
     * How a stage works.
     *
     * @param workers jobs worked at a time
     * @param lease longest time that one job takes; after it another may take the job
     * @param idle how often to look for jobs that nobody told of
     * @param retry pause after the first fault of a job
     */
    public record Plan(int workers, Duration lease, Duration idle, Duration retry) {}

    /**
     * Makes the workers of a stage.
     *
     * @param work what is done with the id of a job; it may run twice
     */
    public Workers(String stage, Jobs jobs, Plan plan, Consumer<String> work) {
        this(stage, jobs, plan, job -> {
            work.accept(job.id());
            return Optional.empty();
        });
    }

    private Workers(String stage, Jobs jobs, Plan plan, Function<Job, Optional<Again>> work) {
        this.stage = stage;
        this.jobs = jobs;
        this.plan = plan;
        this.work = work;
    }

    /**
     * Makes the workers of a stage whose work may have to be done again though nothing failed.
     *
     * @param work tells how long the job waits until then; empty when it is done. It may run twice
     */
    public static Workers repeating(String stage, Jobs jobs, Plan plan, Function<Job, Optional<Duration>> work) {
        return deciding(stage, jobs, plan, job -> work.apply(job).map(Again::after));
    }

    /**
     * The same where what was done need not count as a try.
     *
     * @param work tells when the job is to be done again; empty when it is done. It may run twice
     */
    public static Workers deciding(String stage, Jobs jobs, Plan plan, Function<Job, Optional<Again>> work) {
        return new Workers(stage, jobs, plan, work);
    }

    /** Opens a job, due at once, and has it taken. */
    public void open(String id) {
        jobs.open(id);
        wake();
    }

    /** Opens a job unless it is open or in hand, and has it taken. */
    public void openFirst(String id) {
        jobs.openFirst(id);
        wake();
    }

    /** Says that a job was opened, so that it is taken at once. */
    public void wake() {
        jobs.told();
        wakeOne();
    }

    private void wakeOne() {
        if (woken.availablePermits() < plan.workers()) {
            woken.release();
        }
    }

    @Override
    public void start() {
        var executor = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().daemon().name(stage + "-", 0).factory());
        threads = executor;
        for (var i = 0; i < plan.workers(); i++) {
            executor.execute(this::workOn);
        }
    }

    private void workOn() {
        while (isRunning() && !Thread.currentThread().isInterrupted()) {
            try {
                if (!jobs.mayBeDue() && !awaitIdle()) {
                    continue;
                }
                var job = next();
                if (job.isPresent()) {
                    wakeOne(); // there may be more, and somebody must look out while this one works
                    workOne(job.get());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Optional<Job> next() throws InterruptedException {
        try {
            return jobs.claimNext(plan.lease());
        } catch (Throwable e) { // an error, too, must not end this worker for good
            if (isRunning()) {
                LOG.atWarn()
                        .addKeyValue("stage", stage)
                        .addKeyValue("cause", e.toString())
                        .log("no job could be claimed");
            }
            TimeUnit.MILLISECONDS.sleep(plan.retry().toMillis());
            return Optional.empty();
        }
    }

    private void workOne(Job job) {
        try {
            work.apply(job).ifPresentOrElse(again -> jobs.putOff(job, again), () -> jobs.done(job));
        } catch (Throwable e) { // an error, too, must not end this worker for good
            if (isRunning()) {
                LOG.atWarn()
                        .addKeyValue("stage", stage)
                        .addKeyValue("job", job.id())
                        .addKeyValue("tries", job.tries() + 1)
                        .setCause(e)
                        .log("job failed; trying again");
            }
            putOff(job);
        }
    }

    private void putOff(Job job) {
        try {
            jobs.retryAfter(job, pause(job.tries()));
        } catch (RuntimeException e) {
            LOG.atDebug().addKeyValue("job", job.id()).log("the lease will run out by itself");
        }
    }

    /** Doubles with each try, up to the longest pause. */
    private Duration pause(int tries) {
        var pause = plan.retry().multipliedBy(1L << Math.min(tries, MOST_DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /**
     * Waits until somebody is woken. One of those who have nothing to do looks, now and then, for jobs that nobody told of; whoever
     * finds one wakes another.
     *
     * @return whether that time has come
     */
    private boolean awaitIdle() throws InterruptedException {
        if (!lookout.tryAcquire()) {
            woken.acquire();
            return false;
        }
        try {
            return !woken.tryAcquire(plan.idle().toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            lookout.release();
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

    /** Whoever reads from a peer that says nothing is not waited for: its lease runs out, and another takes the job. */
    private static void awaitEnd(ExecutorService executor) {
        try {
            var _ = executor.awaitTermination(LAST_JOBS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return threads != null;
    }
}
