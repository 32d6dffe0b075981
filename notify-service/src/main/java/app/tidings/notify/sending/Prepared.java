package app.tidings.notify.sending;

import app.tidings.notify.channel.Copy;
import app.tidings.notify.channel.PreparedLetter;
import app.tidings.notify.ledger.RowState;

/** What a row has become just before it is sent. */
sealed interface Prepared {

    /** A mail for the wire. */
    record Parcel(PreparedLetter letter, Copy copy) implements Prepared {}

    /** Nothing: the reader is not to get it any more. */
    record Out(RowState state) implements Prepared {}
}
