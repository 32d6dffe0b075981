package app.tidings.notify.ledger;

/**
 * One delivery: a row of a ledger page.
 *
 * @param reader random id of the subscriber; nothing else of a reader ever stands in the ledger
 * @param attempts how often the relay put us off so far
 */
public record Row(String reader, int attempts, RowState state) {

    static Row ready(String reader) {
        return new Row(reader, 0, new RowState.Ready());
    }

    Row to(RowState next) {
        return new Row(reader, attempts, next);
    }

    Row attempted(RowState next) {
        return new Row(reader, attempts + 1, next);
    }

    /** As if it had never been tried. */
    Row anew() {
        return ready(reader);
    }

    boolean isClaimed() {
        return state instanceof RowState.Claimed;
    }

    boolean isFencedUnder(long epoch) {
        return state instanceof RowState.Fenced fenced && fenced.epoch() == epoch;
    }

    /** Open, and provably not on the wire. */
    boolean isUnsent() {
        return state.unsettled() && !(state instanceof RowState.Fenced);
    }

    /** The next row; as it is where it is settled and would be open again. */
    Row unlessReopened(Row next) {
        return next.state.unsettled() && !state.unsettled() ? this : next;
    }

    /** Was put on the wire under that claim, and no answer is written yet. */
    boolean awaitsAnswer(long epoch) {
        return switch (state) {
            case RowState.Fenced fenced -> fenced.epoch() == epoch;
            case RowState.Unknown unknown -> unknown.epoch() == epoch;
            default -> false;
        };
    }
}
