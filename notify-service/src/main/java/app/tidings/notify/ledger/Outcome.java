package app.tidings.notify.ledger;

/** What became of putting one mail on the wire. */
public sealed interface Outcome {

    /**
     * The relay has taken it.
     *
     * @param reply what the relay said, without anything that tells of a reader
     */
    record Delivered(String reply) implements Outcome {}

    /** The relay has not taken it, or we do not know. */
    record Failed(Fault fault, String reason) implements Outcome {}

    /** The kinds of fault; each has one consequence for its row. */
    enum Fault {
        /** Refused for good: the row is settled. */
        PERMANENT,
        /** Put off: the row is tried again at the steps of the plan. */
        TRANSIENT,
        /** The relay as a whole takes nothing now; the row is as it was before, nothing is counted against it. */
        THROTTLED,
        /** The mail itself cannot be put on the wire: the row is settled. */
        POISON,
        /** Nobody can know whether it was sent: the row stays fenced. */
        AMBIGUOUS
    }
}
