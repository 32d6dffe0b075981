package app.tidings.platform.outbox;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import app.tidings.platform.mongo.StoreClock;
import app.tidings.platform.outbox.PendingAggregates.Pending;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.bson.Document;

/**
 * Sends the unsent events of aggregates and takes them out of their documents: many aggregates at a time, the events of each
 * one after the other, in the order of its versions. Whatever moment it is killed at, the next run sends the rest; an event
 * that was sent already goes out again with the same id.
 */
final class Relay {

    /** A write that began so long ago and is not there has failed or died: no operation may take longer. */
    private static final Duration LOST = Duration.ofMinutes(5);

    private final UnsentEvents unsent;
    private final PendingAggregates pending;
    private final BiConsumer<Document, String> publish;
    private final FinishedWrites finished;
    private final OutboxSettings.Lease lease;
    private final StoreClock clock;

    /** @param publish puts an entry with its value on its topic */
    Relay(
            UnsentEvents unsent,
            PendingAggregates pending,
            BiConsumer<Document, String> publish,
            FinishedWrites finished,
            OutboxSettings.Lease lease,
            StoreClock clock) {
        this.unsent = unsent;
        this.pending = pending;
        this.publish = publish;
        this.finished = finished;
        this.lease = lease;
        this.clock = clock;
    }

    /**
     * How a run went.
     *
     * @param taken aggregates that were in hand
     * @param failures of those that could not be sent whole, by id; they stay pending
     */
    record Drained(int taken, Map<String, Throwable> failures) {

        /** Whether nothing could be sent of what was there: the broker may be away. */
        boolean isStuck() {
            return taken > 0 && failures.size() == taken;
        }
    }

    /** Sends what the aggregates have, but for those that another relay is at. */
    Drained drain(Collection<String> ids) {
        var hold = new Hold(pending, lease);
        var failures = new HashMap<String, Throwable>();
        try {
            var claimed = hold.claim(ids);
            var taken = claimed.size();
            while (!claimed.isEmpty()) {
                claimed = drainOnce(claimed, hold, failures);
            }
            return new Drained(taken, failures);
        } catch (Throwable e) {
            hold.letGo(ids);
            throw e;
        }
    }

    /** Forgets the large values that no pending aggregate may need any more. */
    void dropOrphans() {
        unsent.dropOrphans(clock.instant().minus(LOST));
    }

    /** Returns what is to be looked at once more: aggregates that another write has come to. */
    private List<Pending> drainOnce(List<Pending> claimed, Hold hold, Map<String, Throwable> failures) {
        var aggregates = claimed.stream()
                .map(each -> new Outgoing(each).withFinished(finished)) // before the documents are read
                .toList();
        unsent.load(aggregates);
        send(aggregates, hold);
        var failed = those(aggregates, Outgoing::hasFailed);
        failed.forEach(each -> failures.put(each.id(), each.failure()));
        hold.letGo(ids(failed));
        return close(those(aggregates, Outgoing::isSentWhole), hold);
    }

    private void send(List<Outgoing> aggregates, Hold hold) {
        var round = those(aggregates, Outgoing::hasNext);
        while (!round.isEmpty()) {
            var lasting = hold.lasting(ids(round));
            those(round, each -> !lasting.contains(each.id())).forEach(Outgoing::lose);
            sendNext(those(round, Outgoing::hasNext));
            round = those(aggregates, Outgoing::hasNext);
        }
    }

    /** Sends one event of each at the same time: the broker takes many at once for the price of one. */
    private void sendNext(List<Outgoing> aggregates) {
        try (var sendings = Executors.newVirtualThreadPerTaskExecutor()) {
            aggregates.forEach(each ->
                    sendings.execute(() -> each.send(event -> publish.accept(event, unsent.value(event)))));
        }
        unsent.takeOut(those(aggregates, Outgoing::hasNext));
    }

    private List<Pending> close(List<Outgoing> sent, Hold hold) {
        addLost(sent);
        finished.forget(sent.stream().flatMap(each -> each.over().stream()).toList());
        var over =
                those(sent, Outgoing::isOver).stream().map(Outgoing::aggregate).toList();
        if (pending.removeUnchanged(over) == sent.size()) {
            return List.of();
        }
        pending.dropMarks(sent.stream().collect(toMap(Outgoing::id, Outgoing::over)));
        hold.letGo(ids(those(sent, each -> !each.hadEvents())));
        return hold.read(ids(those(sent, Outgoing::hadEvents)));
    }

    /** The store is asked for its time only where writes are open. */
    private void addLost(List<Outgoing> aggregates) {
        var open = those(aggregates, each -> !each.isOver());
        if (!open.isEmpty()) {
            var lostBefore = clock.instant().minus(LOST);
            open.forEach(each -> each.addLost(lostBefore));
        }
    }

    private static List<Outgoing> those(List<Outgoing> aggregates, Predicate<Outgoing> which) {
        return aggregates.stream().filter(which).toList();
    }

    private static Set<String> ids(List<Outgoing> aggregates) {
        return aggregates.stream().map(Outgoing::id).collect(toSet());
    }
}
