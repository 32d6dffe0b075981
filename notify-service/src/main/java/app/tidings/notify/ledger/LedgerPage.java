package app.tidings.notify.ledger;

import app.tidings.notify.ledger.RowState.Claimed;
import app.tidings.notify.ledger.RowState.Fenced;
import app.tidings.notify.ledger.RowState.Ready;
import app.tidings.notify.ledger.RowState.Refused;
import app.tidings.notify.ledger.RowState.Retry;
import app.tidings.notify.ledger.RowState.Skipped;
import app.tidings.notify.ledger.RowState.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A page of the ledger and its rules, which are pure: each answers the page as it should be, or nothing where the page is
 * not the caller's. Whoever sends holds a claim: an owner and an epoch, for a lease that runs from {@code stamped}, an
 * instant of the store's clock. Every new claim has a new epoch, so that one who was away too long has lost the page:
 * nothing of it can be fenced under the old epoch any more. What was fenced before can still be settled by whoever has
 * the relay's answer, because the row remembers the epoch of its fence.
 *
 * @param id {@code subject:channel:number}
 * @param version counts the writes of the page
 * @param draft whether its readers have not been read again yet; nobody may claim it before
 * @param epoch of the newest claim
 * @param owner who holds the claim, if anybody
 * @param stamped when the claim was last renewed; to be stamped by the store at the write where there is an owner and no
 *     instant
 * @param resent which order to resend was followed last: the version that the subject had then, 0 before the first
 */
public record LedgerPage(
        String id,
        long version,
        boolean draft,
        long epoch,
        @Nullable String owner,
        @Nullable Instant stamped,
        long resent,
        List<Row> rows) {

    public static final int MAX_ROWS = 64;

    /** What an expired fence means for its row. */
    public enum Ambiguity {
        /** The row becomes unknown and a person decides. */
        HOLD,
        /** The row is sent again: better twice than not at all. */
        RESEND
    }

    /**
     * How claims are made.
     *
     * @param lease how long one holds without renewing
     * @param resends how often a row may be sent again after expired fences before it becomes unknown after all
     */
    public record ClaimRules(Duration lease, Ambiguity ambiguity, int resends) {}

    public LedgerPage {
        rows = List.copyOf(rows);
        if (rows.size() > MAX_ROWS) {
            throw new IllegalArgumentException("page %s has %d rows".formatted(id, rows.size()));
        }
    }

    /** The id of a page; pages of a subject are numbered from 1. */
    public static String id(String subjectId, String channel, int number) {
        return String.join(":", subjectId, channel, Integer.toString(number));
    }

    /** A page that does not exist yet. */
    public static LedgerPage draft(String id, Collection<String> readers) {
        return new LedgerPage(
                id, 0, true, 0, null, null, 0, readers.stream().map(Row::ready).toList());
    }

    /** A page that does not exist yet, for a mail to one reader: there is nobody to be read again. */
    public static LedgerPage single(String id, String reader) {
        return new LedgerPage(id, 0, false, 0, null, null, 0, List.of(Row.ready(reader)));
    }

    /** The draft's readers were read again: those who are out are settled, the rest may be sent. */
    public LedgerPage opened(Map<String, RowState> out) {
        return skip(out).withDraft(false);
    }

    /** When there is something to do on the page, as far as is known now; nothing once every row is settled. */
    public Optional<Instant> due(Duration lease) {
        if (draft || tally().open() == 0) {
            return Optional.empty();
        }
        if (owner != null) {
            return Optional.of(stamped == null ? Instant.MAX : stamped.plus(lease));
        }
        return rows.stream().map(LedgerPage::due).flatMap(Optional::stream).min(Instant::compareTo);
    }

    private static Optional<Instant> due(Row row) {
        return switch (row.state()) {
            case Ready _, Claimed _, Fenced _ -> Optional.of(Instant.EPOCH);
            case Retry retry -> Optional.of(retry.at());
            default -> Optional.empty();
        };
    }

    /**
     * Takes the page if nobody holds it. Rows that an earlier claim left claimed are provably unsent and taken along;
     * rows that it left fenced are the only ones of which nobody can know.
     */
    public Optional<LedgerPage> claim(String newOwner, Instant now, ClaimRules rules) {
        var due = due(rules.lease());
        if (due.isEmpty() || due.get().isAfter(now)) {
            return Optional.empty();
        }
        return Optional.of(withRows(row -> claimed(row, now, rules)).withClaim(epoch + 1, newOwner, null));
    }

    private static Row claimed(Row row, Instant now, ClaimRules rules) {
        return switch (row.state()) {
            case Ready _ -> row.to(new Claimed());
            case Retry retry -> retry.at().isAfter(now) ? row : row.to(new Claimed());
            case Fenced fenced ->
                rules.ambiguity() == Ambiguity.RESEND && row.attempts() < rules.resends()
                        ? row.attempted(new Claimed())
                        : row.to(new Unknown(fenced.epoch()));
            default -> row;
        };
    }

    /** Before mails go on the wire: fences those of the rows that are still claimed; nothing if the page was lost. */
    public Optional<LedgerPage> fence(long ownEpoch, Set<String> readers) {
        if (!holds(ownEpoch)) {
            return Optional.empty();
        }
        return Optional.of(
                withRows(row -> row.isClaimed() && readers.contains(row.reader()) ? row.to(new Fenced(ownEpoch)) : row)
                        .withClaim(epoch, owner, null));
    }

    /**
     * The write of the fence was not answered and nothing of it was put on the wire: these rows are ready again, and the page
     * is given back. That is written even where no row was fenced, so that the fence cannot be written after all.
     */
    public LedgerPage unfence(long ownEpoch, Set<String> readers) {
        return withRows(row ->
                        row.isFencedUnder(ownEpoch) && readers.contains(row.reader()) ? row.to(new Ready()) : row)
                .release(ownEpoch);
    }

    /** While answers are awaited: the lease runs anew. */
    public Optional<LedgerPage> renew(long ownEpoch) {
        return holds(ownEpoch) ? Optional.of(withClaim(epoch, owner, null)) : Optional.empty();
    }

    /**
     * Writes down what became of rows that were fenced under that claim, whether or not the claim still holds. An answer that
     * comes too late for its row, which is unknown by then, does not open it again: its sending may be over.
     */
    public LedgerPage settle(long fencedUnder, Map<String, Outcome> answers, BiFunction<Row, Outcome, Row> after) {
        return withRows(row -> row.awaitsAnswer(fencedUnder) && answers.containsKey(row.reader())
                ? row.unlessReopened(after.apply(row, answers.get(row.reader())))
                : row);
    }

    /** Gives the page back: what is claimed is ready again. Nothing may be on the wire any more. */
    public LedgerPage release(long ownEpoch) {
        return holds(ownEpoch)
                ? withRows(row -> row.isClaimed() ? row.to(new Ready()) : row).withClaim(epoch, null, stamped)
                : this;
    }

    /** These readers are not to get it; too late for a row that is fenced. */
    public LedgerPage skip(Map<String, RowState> out) {
        return withRows(row -> row.isUnsent() ? row.to(out.getOrDefault(row.reader(), row.state())) : row);
    }

    /** Nobody else is to get it. */
    public LedgerPage skipAll() {
        return withRows(row -> row.isUnsent() ? row.to(new Skipped(RowState.Reason.CANCELLED)) : row);
    }

    /**
     * A person decided: what may or may not have been sent is sent again. An order is followed once: whoever is late with it
     * changes nothing, because what is unknown by then was not what the person decided about.
     */
    public LedgerPage resendUnknown(long order) {
        return resend(order, row -> row.state() instanceof Unknown ? row.to(new Ready()) : row);
    }

    /** A person decided: what was refused is tried anew, once an order; the relay may have refused us, not the mail. */
    public LedgerPage resendRefused(long order) {
        return resend(order, row -> row.state() instanceof Refused ? row.anew() : row);
    }

    private LedgerPage resend(long order, UnaryOperator<Row> change) {
        return order <= resent ? this : withRows(change).withResent(order);
    }

    /** Readers whose rows the claim has taken and not fenced yet. */
    public List<String> claimedReaders() {
        return rows.stream().filter(Row::isClaimed).map(Row::reader).toList();
    }

    /** Readers whose rows are fenced under that claim. */
    public List<String> fencedReaders(long ownEpoch) {
        return rows.stream()
                .filter(row -> row.isFencedUnder(ownEpoch))
                .map(Row::reader)
                .toList();
    }

    public Tally tally() {
        return Tally.of(rows);
    }

    private boolean holds(long ownEpoch) {
        return owner != null && epoch == ownEpoch;
    }

    private LedgerPage withRows(UnaryOperator<Row> change) {
        return new LedgerPage(
                id,
                version,
                draft,
                epoch,
                owner,
                stamped,
                resent,
                rows.stream().map(change).toList());
    }

    private LedgerPage withDraft(boolean value) {
        return new LedgerPage(id, version, value, epoch, owner, stamped, resent, rows);
    }

    private LedgerPage withResent(long order) {
        return new LedgerPage(id, version, draft, epoch, owner, stamped, order, rows);
    }

    private LedgerPage withClaim(long newEpoch, @Nullable String newOwner, @Nullable Instant newStamp) {
        return new LedgerPage(id, version, draft, newEpoch, newOwner, newStamp, resent, rows);
    }
}
