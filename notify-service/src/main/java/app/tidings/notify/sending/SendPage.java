package app.tidings.notify.sending;

import app.tidings.notify.channel.SmtpRelay;
import app.tidings.notify.channel.SmtpRelay.RelayAway;
import app.tidings.notify.ledger.Ledger;
import app.tidings.notify.ledger.LedgerPage;
import app.tidings.notify.ledger.LedgerPage.ClaimRules;
import app.tidings.notify.ledger.Outcome;
import app.tidings.notify.ledger.Outcome.Failed;
import app.tidings.notify.ledger.Outcome.Fault;
import app.tidings.notify.ledger.RetryPlan;
import app.tidings.notify.ledger.RowState;
import app.tidings.notify.ledger.RowState.Reason;
import app.tidings.notify.ledger.RowState.Skipped;
import app.tidings.notify.sending.Prepared.Out;
import app.tidings.notify.sending.Prepared.Parcel;
import app.tidings.notify.subscriber.Subscriber;
import app.tidings.notify.subscriber.Subscribers;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a page of the ledger: claims it; then, a batch at a time, fences the rows, puts their mails on the wire and marks
 * what became of them; and gives the page back. A batch is at most what one sender may leave ambiguous when it is killed.
 */
final class SendPage {

    private static final Logger LOG = LoggerFactory.getLogger(SendPage.class);

    private final Ledger ledger;
    private final Subscribers subscribers;
    private final SmtpRelay relay;
    private final Terms terms;
    private final InstantSource storeClock;
    private final RandomGenerator random = RandomGenerator.getDefault();

    /**
     * How pages are sent.
     *
     * @param owner this process
     * @param batch rows that are fenced and sent at a time
     */
    record Terms(String owner, int batch, RetryPlan retry) {}

    /**
     * What is to be sent.
     *
     * @param letters makes the reader's mail
     * @param goesOn whether it is still to be sent; asked just before each fence
     */
    record Task(String subjectId, String pageId, ClaimRules rules, Letters letters, BooleanSupplier goesOn) {

        Task onlyWhile(BooleanSupplier condition) {
            return new Task(subjectId, pageId, rules, letters, () -> condition.getAsBoolean() && goesOn.getAsBoolean());
        }
    }

    /** Makes a reader's mail. */
    @FunctionalInterface
    interface Letters {
        Prepared prepare(Subscriber reader);
    }

    SendPage(Ledger ledger, Subscribers subscribers, SmtpRelay relay, Terms terms, InstantSource storeClock) {
        this.ledger = ledger;
        this.subscribers = subscribers;
        this.relay = relay;
        this.terms = terms;
        this.storeClock = storeClock;
    }

    /** Sends what is due on the page, unless somebody else does; returns what the relay answered. */
    List<Outcome> run(Task task) throws RelayAway, InterruptedException {
        relay.reach();
        var claimed = claim(task);
        return claimed.isEmpty() ? List.of() : sendClaimed(task, claimed.get());
    }

    private Optional<LedgerPage> claim(Task task) {
        return ledger.changeIf(task.pageId(), page -> page.claim(terms.owner(), storeClock.instant(), task.rules()));
    }

    private List<Outcome> sendClaimed(Task task, LedgerPage claimed) throws InterruptedException {
        var epoch = claimed.epoch();
        var outcomes = new ArrayList<Outcome>();
        var left = prepare(task, claimed);
        var away = false;
        while (!left.isEmpty() && !away) {
            var fencedFrom = System.nanoTime();
            var fenced = fence(task, epoch, taken(left));
            if (fenced.isEmpty()) {
                break;
            }
            var answers = send(task, epoch, fenced.get(), fencedFrom);
            var interrupted = Thread.interrupted(); // what is known is written down before we go
            mark(task, epoch, answers);
            if (interrupted) {
                throw new InterruptedException();
            }
            outcomes.addAll(answers.values());
            away = Answers.away(answers.values()).isPresent();
        }
        ledger.change(task.pageId(), page -> page.release(epoch));
        return outcomes;
    }

    /** The mails of the claimed rows; rows of readers who are not to get it any more are settled. */
    private Map<String, Parcel> prepare(Task task, LedgerPage claimed) {
        var readers = subscribers.findAll(claimed.claimedReaders());
        var parcels = new HashMap<String, Parcel>();
        var out = new HashMap<String, RowState>();
        for (var reader : claimed.claimedReaders()) {
            switch (prepared(task, readers.get(reader))) {
                case Parcel parcel -> parcels.put(reader, parcel);
                case Out gone -> out.put(reader, gone.state());
            }
        }
        if (!out.isEmpty()) {
            ledger.change(task.pageId(), page -> page.skip(out));
        }
        return parcels;
    }

    private static Prepared prepared(Task task, @Nullable Subscriber reader) {
        return reader == null
                ? new Out(new Skipped(Reason.GONE))
                : task.letters().prepare(reader);
    }

    /** The next few of what is left, which are taken out of it. */
    private Map<String, Parcel> taken(Map<String, Parcel> left) {
        var batch = new HashMap<String, Parcel>();
        left.entrySet().stream().limit(terms.batch()).forEach(each -> batch.put(each.getKey(), each.getValue()));
        left.keySet().removeAll(batch.keySet());
        return batch;
    }

    /**
     * From here on nobody but us can say whether these were sent. Returns those whose rows are fenced now; nothing at all if
     * the page was lost or is not to be sent on.
     */
    private Optional<Map<String, Parcel>> fence(Task task, long epoch, Map<String, Parcel> batch)
            throws InterruptedException {
        return task.goesOn().getAsBoolean()
                ? written(task, epoch, batch.keySet()).map(page -> {
                    var fenced = new HashMap<>(batch);
                    fenced.keySet().retainAll(page.fencedReaders(epoch));
                    return fenced;
                })
                : Optional.empty();
    }

    /** Where nobody can know whether the fence was written, it is taken back: we know that nothing was sent behind it. */
    private Optional<LedgerPage> written(Task task, long epoch, Set<String> readers) throws InterruptedException {
        try {
            return ledger.changeIf(task.pageId(), page -> page.fence(epoch, readers));
        } catch (RuntimeException e) {
            insist(task, "a fence could not be written", page -> page.unfence(epoch, readers));
            throw e;
        }
    }

    /** Puts the mails on the wire, all at once; the page is held for as long as answers are awaited. */
    private Map<String, Outcome> send(Task task, long epoch, Map<String, Parcel> fenced, long fencedFrom) {
        return new Batch(relay, task.rules().lease(), fencedFrom)
                .send(fenced, () -> ledger.changeIf(task.pageId(), page -> page.renew(epoch)));
    }

    private void mark(Task task, long epoch, Map<String, Outcome> answers) throws InterruptedException {
        insist(task, "answers could not be written down", page -> {
            var now = storeClock.instant();
            return page.settle(
                    epoch, answers, (row, answer) -> terms.retry().after(row, answer, now, random.nextDouble()));
        });
        answers.forEach((reader, outcome) -> tell(task, reader, outcome));
    }

    /** What is known is written down however long the store is away: nobody else will ever know it. */
    private void insist(Task task, String problem, UnaryOperator<LedgerPage> rule) throws InterruptedException {
        while (true) {
            try {
                ledger.change(task.pageId(), rule);
                return;
            } catch (RuntimeException e) {
                LOG.atWarn()
                        .addKeyValue("page", task.pageId())
                        .addKeyValue("cause", e.toString())
                        .log(problem + "; trying again");
                TimeUnit.SECONDS.sleep(1);
            }
        }
    }

    /** A relay that takes nothing at all is told of once, by whoever waits for it. */
    private static void tell(Task task, String reader, Outcome outcome) {
        if (outcome instanceof Failed(Fault fault, String reason) && fault != Fault.THROTTLED) {
            LOG.atWarn()
                    .addKeyValue("subject", task.subjectId())
                    .addKeyValue("page", task.pageId())
                    .addKeyValue("reader", reader)
                    .addKeyValue("fault", fault)
                    .addKeyValue("reason", reason)
                    .log("a mail was not delivered");
        }
    }
}
