package app.tidings.notify.subject;

import app.tidings.contracts.DeliveryEvent;
import app.tidings.contracts.DeliveryEvent.SendingDone;
import app.tidings.contracts.DeliveryEvent.SendingStarted;
import app.tidings.notify.ledger.LedgerPage;
import app.tidings.notify.ledger.Tally;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that is sent to many: an edition. Its readers are frozen page by page, then its pages are sent.
 *
 * @param id the edition's id
 * @param list the list of readers that it goes to
 * @param taken the version of the edition that was taken last
 * @param version counts the changes that are told of or that somebody ordered
 * @param pages how many pages its list had when it was taken; each of them becomes a page of the ledger
 * @param frozen pages up to this one are frozen
 * @param count rows on the frozen pages
 * @param settled pages up to this one have no open row; {@code tally} sums them up
 * @param startedVersion the version that {@code sending-started} told of, 0 before
 * @param doneVersion the version that {@code sending-done} told of, 0 before
 */
public record Subject(
        @JsonProperty("_id") String id,
        String publicationId,
        String list,
        long taken,
        long version,
        Phase phase,
        Order order,
        int pages,
        int frozen,
        long count,
        int settled,
        Tally tally,
        long startedVersion,
        long doneVersion,
        Instant takenAt,
        @Nullable Instant startedAt,
        @Nullable Instant doneAt) {

    /** The one channel there is as yet. */
    public static final String CHANNEL = "email";

    /** How far it is. */
    public enum Phase {
        FREEZING,
        SENDING,
        /** What is unknown is being made ready again; then it is sent on. */
        RESENDING,
        /** The same for what was refused. */
        RETRYING,
        DONE
    }

    /** What a person wants done with it; read just before each fence. */
    public enum Order {
        GO_ON,
        PAUSE,
        CANCEL
    }

    /** What is to be sent to whom, as it was taken. */
    public record Taken(String id, String publicationId, String list, long version, int pages) {}

    /** Its audience is still to be frozen. */
    public static Subject of(Taken taken, Instant now) {
        return new Subject(
                taken.id(),
                taken.publicationId(),
                taken.list(),
                taken.version(),
                1,
                Phase.FREEZING,
                Order.GO_ON,
                taken.pages(),
                0,
                0,
                0,
                Tally.NOTHING,
                0,
                0,
                now,
                null,
                null);
    }

    /** Nobody is to get it: it is over before it begins, and that is told. */
    public static Subject forNobody(Taken taken, Instant now) {
        return of(taken, now).started(now).done(Tally.NOTHING, now);
    }

    /** The audience is frozen: it may be sent. */
    public Subject started(Instant now) {
        return new Subject(
                id,
                publicationId,
                list,
                taken,
                version + 1,
                Phase.SENDING,
                order,
                pages,
                frozen,
                count,
                settled,
                tally,
                version + 1,
                doneVersion,
                takenAt,
                now,
                doneAt);
    }

    /** A later version of the edition was taken; what is frozen stays as it is. */
    public Subject takenAgain(long later) {
        return new Subject(
                id,
                publicationId,
                list,
                later,
                version + 1,
                phase,
                order,
                pages,
                frozen,
                count,
                settled,
                tally,
                startedAt == null ? 0 : version + 1,
                doneVersion,
                takenAt,
                startedAt,
                doneAt);
    }

    /** No row is open any more; when that happens again, after a resend, the first instant stays. */
    Subject done(Tally all, Instant now) {
        return new Subject(
                id,
                publicationId,
                list,
                taken,
                version + 1,
                Phase.DONE,
                order,
                pages,
                frozen,
                count,
                pages,
                all,
                startedVersion,
                doneAt == null ? version + 1 : doneVersion,
                takenAt,
                startedAt,
                doneAt == null ? now : doneAt);
    }

    /** What it says in the phase is made ready again, and sent though the rest was cancelled. */
    Subject resending(Phase again) {
        return with(again, order == Order.CANCEL ? Order.GO_ON : order, 0, Tally.NOTHING);
    }

    Subject sendingOn() {
        return with(Phase.SENDING, order, 0, Tally.NOTHING);
    }

    Subject ordered(Order newOrder) {
        return with(phase, newOrder, settled, tally);
    }

    private Subject with(Phase newPhase, Order newOrder, int newSettled, Tally newTally) {
        return new Subject(
                id,
                publicationId,
                list,
                taken,
                version + 1,
                newPhase,
                newOrder,
                pages,
                frozen,
                count,
                newSettled,
                newTally,
                startedVersion,
                doneVersion,
                takenAt,
                startedAt,
                doneAt);
    }

    /** All that was told of it so far. */
    public List<DeliveryEvent> events() {
        var started = startedAt == null ? Stream.<DeliveryEvent>empty() : Stream.<DeliveryEvent>of(startedEvent());
        var done = doneAt == null ? Stream.<DeliveryEvent>empty() : Stream.<DeliveryEvent>of(doneEvent());
        return Stream.concat(started, done).toList();
    }

    public SendingStarted startedEvent() {
        if (startedAt == null) {
            throw new IllegalStateException("sending of %s has not started".formatted(id));
        }
        return new SendingStarted(id, taken, startedVersion, count, startedAt);
    }

    public SendingDone doneEvent() {
        if (doneAt == null) {
            throw new IllegalStateException("sending of %s is not done".formatted(id));
        }
        return new SendingDone(id, taken, doneVersion, tally.byState(), doneAt);
    }

    /** The language of its list. */
    public String language() {
        return list.substring(publicationId.length() + 1);
    }

    /** Ids of its ledger pages after that one. */
    public List<String> pagesAfter(int number) {
        return IntStream.rangeClosed(number + 1, pages).mapToObj(this::page).toList();
    }

    /** Id of a ledger page. */
    public String page(int number) {
        return LedgerPage.id(id, CHANNEL, number);
    }
}
