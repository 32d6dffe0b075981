package app.tidings.notify.sending;

import app.tidings.notify.channel.Envelope;
import app.tidings.notify.channel.SmtpRelay;
import app.tidings.notify.ledger.Outcome;
import app.tidings.notify.ledger.Outcome.Failed;
import app.tidings.notify.ledger.Outcome.Fault;
import app.tidings.notify.sending.Prepared.Parcel;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Some mails on the wire at once. Every one of them gets an answer, be it that there is none. */
final class Batch {

    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);
    private static final int SIGNS_PER_LEASE = 3;

    private final SmtpRelay relay;
    private final Duration lease;
    private final long fencedFrom;

    /**
     * @param lease a mail that waited for half of it is not begun any more: another sender may have the page by then
     * @param fencedFrom {@link System#nanoTime} before the fence was written, which began the lease anew
     */
    Batch(SmtpRelay relay, Duration lease, long fencedFrom) {
        this.relay = relay;
        this.lease = lease;
        this.fencedFrom = fencedFrom;
    }

    /**
     * Sends them. Whoever is interrupted meanwhile has the conversations broken off and gets the answers that are there.
     *
     * @param signOfLife called again and again while answers are awaited
     */
    Map<String, Outcome> send(Map<String, Parcel> parcels, Runnable signOfLife) {
        var pending = new HashMap<String, Future<Outcome>>();
        var interrupted = false;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            parcels.forEach((reader, parcel) -> pending.put(reader, threads.submit(() -> send(parcel))));
            try {
                for (var answer : pending.values()) {
                    await(answer, signOfLife);
                }
            } catch (InterruptedException e) {
                interrupted = true;
                var _ = threads.shutdownNow(); // interrupts their reading, which closes the sockets
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        var answers = new HashMap<String, Outcome>();
        pending.forEach((reader, answer) -> answers.put(reader, outcome(answer)));
        return answers;
    }

    private Outcome send(Parcel parcel) {
        if (System.nanoTime() - fencedFrom > lease.dividedBy(2).toNanos()) {
            return new Failed(Fault.THROTTLED, "held up before it was begun");
        }
        var letter = parcel.letter();
        var envelope = new Envelope(letter.from(), parcel.copy().to());
        return Answers.outcome(relay.send(envelope, letter.copy(parcel.copy())));
    }

    private void await(Future<Outcome> answer, Runnable signOfLife) throws InterruptedException {
        while (true) {
            try {
                answer.get(lease.toMillis() / SIGNS_PER_LEASE, TimeUnit.MILLISECONDS);
                return;
            } catch (ExecutionException e) {
                LOG.atError().setCause(e.getCause()).log("a mail could not be sent because of a defect");
                return;
            } catch (TimeoutException e) {
                giveSign(signOfLife);
            }
        }
    }

    private static void giveSign(Runnable signOfLife) {
        try {
            signOfLife.run();
        } catch (RuntimeException e) {
            LOG.atWarn().addKeyValue("cause", e.toString()).log("the lease could not be renewed");
        }
    }

    /** A defect may have struck after the final dot, so nobody can know. */
    private static Outcome outcome(Future<Outcome> answer) {
        return answer.state() == Future.State.SUCCESS ? answer.resultNow() : new Failed(Fault.AMBIGUOUS, "broken off");
    }
}
