package app.tidings.notify.sending;

import app.tidings.notify.audience.FreezeAudience;
import app.tidings.notify.channel.SmtpRelay.RelayAway;
import app.tidings.notify.ledger.Ledger;
import app.tidings.notify.ledger.LedgerPage;
import app.tidings.notify.ledger.Outcome;
import app.tidings.notify.sending.Rounds.Freeze;
import app.tidings.notify.sending.Rounds.Page;
import app.tidings.notify.sending.Rounds.Visit;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The senders of this process: each takes a page, sends it, and takes the next, for as long as something is open. */
final class SendPages implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SendPages.class);
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final Rounds rounds;
    private final FreezeAudience freezeAudience;
    private final Ledger ledger;
    private final SendPage sendPage;
    private final Tasks tasks;
    private final Consumer<Outcome> meter;
    private final Plan plan;
    private final Breaker breaker = new Breaker(System::nanoTime);
    private final Semaphore woken = new Semaphore(0);
    private volatile @Nullable ExecutorService threads;

    /**
     * How many senders there are.
     *
     * @param lookAgain how often to look for what nobody told of
     */
    record Plan(int senders, Duration lookAgain) {}

    SendPages(
            Rounds rounds,
            FreezeAudience freezeAudience,
            Ledger ledger,
            SendPage sendPage,
            Tasks tasks,
            Consumer<Outcome> meter,
            Plan plan) {
        this.rounds = rounds;
        this.freezeAudience = freezeAudience;
        this.ledger = ledger;
        this.sendPage = sendPage;
        this.tasks = tasks;
        this.meter = meter;
        this.plan = plan;
    }

    /** Says that there is something to send. */
    void wake() {
        if (woken.availablePermits() < plan.senders()) {
            woken.release();
        }
    }

    @Override
    public void start() {
        var executor = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().daemon().name("sender-", 0).factory());
        threads = executor;
        for (var i = 0; i < plan.senders(); i++) {
            executor.execute(this::work);
        }
    }

    private void work() {
        while (isRunning()) {
            try {
                var pause = breaker.pause();
                if (pause.isPositive()) {
                    TimeUnit.NANOSECONDS.sleep(pause.toNanos());
                } else {
                    goRound();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void goRound() throws InterruptedException {
        var worked = false;
        try {
            rounds.begin();
            for (var visit = rounds.next(); visit.isPresent() && isRunning(); visit = rounds.next()) {
                worked |= visit(visit.get());
            }
        } catch (RelayAway e) {
            breaker.away();
            LOG.atWarn().addKeyValue("cause", e.getMessage()).log("the relay is away; trying again");
        } catch (RuntimeException e) {
            if (isRunning()) {
                LOG.atWarn().addKeyValue("cause", e.toString()).setCause(e).log("sending was disturbed; going on");
            }
        }
        if (!worked) {
            var _ = woken.tryAcquire(plan.lookAgain().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Whether the next round may hold something else: a page that was looked at is only in it again if it is due then. */
    private boolean visit(Visit visit) throws RelayAway, InterruptedException {
        return switch (visit) {
            case Freeze freeze -> {
                freezeAudience.run(freeze.subjectId());
                yield false; // whoever froze it has woken the senders
            }
            case Page page -> {
                if (rounds.isCancelled(page)) {
                    ledger.change(page.pageId(), LedgerPage::skipAll);
                }
                if (rounds.isDue(page)) {
                    send(page);
                }
                yield true;
            }
        };
    }

    private void send(Page visit) throws RelayAway, InterruptedException {
        var outcomes = sendPage.run(tasks.of(visit).onlyWhile(this::isRunning));
        outcomes.forEach(meter);
        var away = Answers.away(outcomes);
        if (away.isPresent()) {
            breaker.away();
            LOG.atWarn().addKeyValue("cause", away.get()).log("the relay takes nothing; trying again");
        } else if (!outcomes.isEmpty()) {
            breaker.there();
        }
        rounds.isDue(visit);
        wake();
    }

    /** Lets mails that are on the wire get their answers. */
    @Override
    public void stop() {
        var executor = threads;
        threads = null;
        if (executor != null) {
            executor.shutdown();
            end(executor);
        }
    }

    private void end(ExecutorService executor) {
        try {
            woken.release(plan.senders());
            if (!executor.awaitTermination(GRACE.toSeconds(), TimeUnit.SECONDS)) {
                var _ = executor.shutdownNow();
                executor.awaitTermination(GRACE.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return threads != null;
    }
}
