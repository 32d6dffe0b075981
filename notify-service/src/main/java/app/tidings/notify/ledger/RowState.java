package app.tidings.notify.ledger;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/** Where one delivery stands. The first four are open; a row in any other state is settled. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @Type(value = RowState.Ready.class, name = "ready"),
    @Type(value = RowState.Claimed.class, name = "claimed"),
    @Type(value = RowState.Fenced.class, name = "fenced"),
    @Type(value = RowState.Retry.class, name = "retry"),
    @Type(value = RowState.Sent.class, name = "sent"),
    @Type(value = RowState.Refused.class, name = "refused"),
    @Type(value = RowState.Unknown.class, name = "unknown"),
    @Type(value = RowState.Suppressed.class, name = "suppressed"),
    @Type(value = RowState.Skipped.class, name = "skipped")
})
public sealed interface RowState {

    /** To be sent. */
    record Ready() implements RowState {}

    /** In the hands of whoever holds the page's claim, and provably not sent. */
    record Claimed() implements RowState {}

    /** On the wire, or about to be, under that claim of the page: while no answer is written, nobody can know more. */
    record Fenced(long epoch) implements RowState {}

    /** Not taken by the relay, to be tried again from then on. */
    record Retry(Instant at, String reason) implements RowState {}

    /** The relay has it. */
    record Sent(Instant at, String reply) implements RowState {}

    /** The relay will not take it, or has put us off too often. */
    record Refused(String reason) implements RowState {}

    /** It was fenced under that claim and no answer ever came: it may or may not have been sent. */
    record Unknown(long epoch) implements RowState {}

    /** The reader's address must not be written to. */
    record Suppressed() implements RowState {}

    /** Not sent, and not to be. */
    record Skipped(Reason reason) implements RowState {}

    /** Why a delivery is not made. */
    enum Reason {
        UNSUBSCRIBED,
        PAUSED,
        /** The reader's record is gone, or the mail has been replaced by a newer one. */
        GONE,
        CANCELLED
    }

    /** The name under which rows of this state are counted. */
    default String tally() {
        return switch (this) {
            case Ready _, Claimed _, Fenced _, Retry _ -> Tally.OPEN;
            case Sent _ -> "sent";
            case Refused _ -> "refused";
            case Unknown _ -> "unknown";
            case Suppressed _ -> "suppressed";
            case Skipped _ -> "skipped";
        };
    }

    default boolean unsettled() {
        return tally().equals(Tally.OPEN);
    }
}
