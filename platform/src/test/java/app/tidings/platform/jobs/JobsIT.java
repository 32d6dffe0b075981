package app.tidings.platform.jobs;

import static java.lang.Thread.State.TIMED_WAITING;
import static java.lang.Thread.State.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import app.tidings.platform.jobs.Jobs.Job;
import app.tidings.platform.jobs.Workers.Plan;
import app.tidings.platform.mongo.StoreClock;
import app.tidings.platform.testing.TestStore;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JobsIT {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final MongoDatabase database = TestStore.freshDatabase();
    private final Jobs jobs = new Jobs(database, "jobs", new StoreClock(database));

    @Test
    void giveEachJobToOneOfManyWhoAsk() throws Exception {
        IntStream.range(0, 30).forEach(each -> jobs.open("job-" + each));
        var claimed = new ConcurrentLinkedQueue<String>();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 60; i++) {
                var _ = threads.submit(() -> jobs.claimNext(LEASE).ifPresent(job -> claimed.add(job.id())));
            }
        }

        assertThat(claimed).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void areSharedByReplicasThatSawTheSameOnesWaiting() {
        IntStream.range(0, 120).forEach(each -> jobs.open("job-" + each));
        var replicas = List.of(jobs, new Jobs(database, "jobs", new StoreClock(database)));

        var claimed = IntStream.range(0, 120)
                .mapToObj(each -> replicas.get(each % 2).claimNext(LEASE).orElseThrow())
                .map(Job::id)
                .toList();

        assertThat(claimed).hasSize(120).doesNotHaveDuplicates();
        assertThat(replicas).noneMatch(each -> each.claimNext(LEASE).isPresent());
    }

    @Test
    void areNotGivenOutAsTheyWereWhenTheyWereLookedUp() {
        List.of("first", "opened again", "put off").forEach(this::openLast);
        var replica = new Jobs(database, "jobs", new StoreClock(database));
        replica.claimNext(LEASE); // and knows of the two others
        openLast("opened again");
        var job = jobs.claimNext(LEASE).orElseThrow();
        assertThat(job.id()).isEqualTo("put off");
        assertThat(jobs.retryAfter(job, LEASE)).isTrue();

        assertThat(replica.claimNext(LEASE).map(Job::id)).hasValue("opened again");
        assertThat(replica.claimNext(LEASE)).isEmpty();
    }

    @Test
    void giveAJobAgainWhenItsLeaseIsOverAndFenceOutTheFirst() {
        jobs.open("job");
        var first = jobs.claimNext(Duration.ZERO).orElseThrow();
        var second = jobs.claimNext(LEASE).orElseThrow();

        assertThat(jobs.done(first)).isFalse();
        assertThat(jobs.retryAfter(first, LEASE)).isFalse();
        assertThat(jobs.done(second)).isTrue();
        assertThat(jobs.count()).isZero();
    }

    @Test
    void keepAJobThatWasOpenedAgainWhileItWasInHand() {
        jobs.open("job");
        var inHand = jobs.claimNext(LEASE).orElseThrow();
        jobs.open("job");

        assertThat(jobs.done(inHand)).isFalse();
        assertThat(jobs.claimNext(LEASE)).isPresent();
    }

    @Test
    void holdAJobBackAsLongAsItWasPutOff() {
        jobs.open("job");
        jobs.retryAfter(jobs.claimNext(LEASE).orElseThrow(), LEASE);

        assertThat(jobs.claimNext(LEASE)).isEmpty();
        assertThat(jobs.count()).isOne();
    }

    @Test
    void rememberHowOftenTheyWereTriedUntilTheyAreOpenedAgain() {
        jobs.open("job");
        jobs.retryAfter(jobs.claimNext(LEASE).orElseThrow(), Duration.ZERO);
        var second = jobs.claimNext(LEASE).orElseThrow();
        assertThat(second.tries()).isOne();

        jobs.open("job");

        assertThat(jobs.claimNext(LEASE).orElseThrow().tries()).isZero();
    }

    @Test
    void knowHowManyWorkersInARowWereLostOverThem() {
        jobs.open("job");
        jobs.claimNext(Duration.ZERO);
        var second = jobs.claimNext(Duration.ZERO).orElseThrow();
        assertThat(second.lost()).isOne();

        jobs.putOff(second, Again.untried(Duration.ZERO));
        assertThat(jobs.claimNext(Duration.ZERO).orElseThrow().lost()).isZero();
        assertThat(jobs.claimNext(Duration.ZERO).orElseThrow().lost()).isOne();

        jobs.open("job");
        assertThat(jobs.claimNext(LEASE).orElseThrow().lost()).isZero();
    }

    @Test
    void areWorkedUntilTheyEndWell() {
        var done = new ConcurrentLinkedQueue<String>();
        var tries = new AtomicInteger();
        var workers =
                new Workers("test", jobs, new Plan(1, LEASE, Duration.ofMillis(50), Duration.ofMillis(20)), id -> {
                    if (id.equals("b") && tries.incrementAndGet() < 3) {
                        throw new OutOfMemoryError("not yet"); // an error does not end a worker either
                    }
                    done.add(id);
                });
        workers.start();
        try {
            List.of("a", "b", "c").forEach(id -> {
                jobs.open(id);
                workers.wake();
            });

            await().atMost(LONG).until(() -> jobs.count() == 0);
        } finally {
            workers.stop();
        }
        assertThat(Set.copyOf(done)).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(tries).hasValue(3);
    }

    @Test
    void areWorkedAgainWhenTheirWorkSaysSo() {
        var tries = triesOf(3, Again.after(Duration.ofMillis(20)));

        assertThat(tries).containsExactly(0, 1, 2);
    }

    @Test
    void areNotTriedWhileTheirWorkCannotBeBegun() {
        var tries = triesOf(3, Again.untried(Duration.ofMillis(20)));

        assertThat(tries).containsExactly(0, 0, 0);
    }

    /** How often a job says that it was tried, each time that it is worked, where its work is done after so many times. */
    private List<Integer> triesOf(int times, Again again) {
        var tries = new CopyOnWriteArrayList<Integer>();
        var workers = Workers.deciding("test", jobs, new Plan(1, LEASE, Duration.ofMillis(50), LEASE), job -> {
            tries.add(job.tries());
            return tries.size() < times ? Optional.of(again) : Optional.empty();
        });
        jobs.open("job");
        workers.start();
        try {
            await().atMost(LONG).until(() -> jobs.count() == 0);
        } finally {
            workers.stop();
        }
        return tries;
    }

    @Test
    void areAllInHandOnceOneOfThemIsFound() {
        var inHand = new AtomicInteger();
        var all = new CountDownLatch(1);
        var workers = new Workers("test", jobs, new Plan(40, LEASE, Duration.ofMillis(50), LEASE), _ -> {
            if (inHand.incrementAndGet() == 40) {
                all.countDown();
            }
            awaitQuietly(all);
        });
        workers.start();
        try {
            IntStream.range(0, 40).forEach(each -> jobs.open("job-" + each)); // and nobody is told
            await().atMost(LONG).until(() -> jobs.count() == 0);
        } finally {
            workers.stop();
        }
    }

    @Test
    void areLookedOutForWhileAnotherIsInHand() {
        var begun = new CountDownLatch(1);
        var second = new CountDownLatch(1);
        var workers = new Workers("idle", jobs, new Plan(2, LEASE, Duration.ofMillis(50), LEASE), id -> {
            if (id.equals("first")) {
                begun.countDown();
                awaitQuietly(second);
            } else {
                second.countDown();
            }
        });
        workers.start();
        try {
            await().atMost(LONG).until(() -> statesOf("idle-"), EnumSet.of(WAITING, TIMED_WAITING)::equals);
            jobs.open("first");
            awaitQuietly(begun);
            jobs.open("second"); // by another replica, as it were: nobody is told

            await().atMost(LONG).until(() -> jobs.count() == 0);
        } finally {
            workers.stop();
        }
    }

    @Test
    void areLookedUpOnceWhereOneIsOpened() {
        var lookUps = new AtomicInteger();
        try (var client = countingFinds(lookUps)) {
            var few = new Jobs(client.getDatabase(database.getName()), "jobs", new StoreClock(database));
            var workers = new Workers("test", few, new Plan(4, LEASE, LEASE, LEASE), _ -> {});
            workers.start();
            try {
                IntStream.range(0, 30).forEach(each -> {
                    workers.open("job-" + each);
                    await().atMost(LONG).until(() -> jobs.count() == 0);
                });
            } finally {
                workers.stop();
            }
        }
        assertThat(lookUps).hasValueLessThan(60); // more than 30 only where two workers see at once that one was opened
    }

    private static Set<Thread.State> statesOf(String threads) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(threads))
                .map(Thread::getState)
                .collect(Collectors.toSet());
    }

    private static MongoClient countingFinds(AtomicInteger finds) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(TestStore.uri()))
                .addCommandListener(new CommandListener() {
                    @Override
                    public void commandStarted(CommandStartedEvent event) {
                        if (event.getCommandName().equals("find")) {
                            finds.incrementAndGet();
                        }
                    }
                })
                .build());
    }

    @Test
    void areLeftByWorkersThatAreNotToBeInterruptedWhenTheyStop() {
        var begun = new CountDownLatch(1);
        var silent = new CompletableFuture<Void>();
        var workers = new Workers("test", jobs, new Plan(1, LEASE, Duration.ofMillis(50), LEASE), _ -> {
            begun.countDown();
            silent.join(); // whoever waits so cannot be interrupted
        });
        jobs.open("a");
        workers.start();
        awaitQuietly(begun);

        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> workers.stop());

        silent.complete(null);
        assertThat(workers.isRunning()).isFalse();
    }

    /** Opens a job at a later millisecond than those before. */
    private void openLast(String id) {
        var before = System.currentTimeMillis();
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> System.currentTimeMillis() > before);
        jobs.open(id);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
