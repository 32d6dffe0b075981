package app.tidings.platform.outbox;

import app.tidings.platform.outbox.PendingAggregates.Pending;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** An aggregate in hand: how far its events are sent, and which of its writes are over. */
final class Outgoing {

    private final Pending aggregate;
    private final Set<String> over = new HashSet<>();
    private List<Document> events = List.of();
    private int sent;
    private boolean lost;
    private @Nullable Throwable failure;

    Outgoing(Pending aggregate) {
        this.aggregate = aggregate;
    }

    String id() {
        return aggregate.id();
    }

    Pending aggregate() {
        return aggregate;
    }

    /** Marks those writes as over that are said to be; to be asked before the document is read. */
    Outgoing withFinished(FinishedWrites finished) {
        aggregate.marks().keySet().stream().filter(finished::contains).forEach(over::add);
        return this;
    }

    /** @param events the unsent ones, in the order in which they are to go out */
    void load(List<Document> events) {
        this.events = events;
    }

    boolean hasNext() {
        return !lost && failure == null && sent < events.size();
    }

    Document next() {
        return events.get(sent);
    }

    /** Runs the sending of the next event; what it throws is kept as the failure. */
    void send(Consumer<Document> sending) {
        try {
            sending.accept(next());
        } catch (Throwable e) { // an error, too, is one of this aggregate alone
            failure = e;
        }
    }

    /** The next event went out and is no longer in the document. */
    void tookOut() {
        over.add(next().getString(Unsent.WRITE));
        sent++;
    }

    /** Another relay has it now, and sends what is left. */
    void lose() {
        lost = true;
    }

    boolean hasFailed() {
        return failure != null;
    }

    /** Why the next event could not be sent. */
    Throwable failure() {
        return Objects.requireNonNull(failure);
    }

    boolean isSentWhole() {
        return !lost && failure == null;
    }

    boolean hadEvents() {
        return !events.isEmpty();
    }

    /** Marks a write as over that began so long ago that it can be no more. */
    void addLost(Instant lostBefore) {
        aggregate.marks().forEach((writeId, since) -> {
            if (since.isBefore(lostBefore)) {
                over.add(writeId);
            }
        });
    }

    /** Writes that are over: their events went out, or never came. */
    Set<String> over() {
        return over;
    }

    /** Whether no write is known that may still bring an event. */
    boolean isOver() {
        return over.containsAll(aggregate.marks().keySet());
    }
}
