package app.tidings.notify.sending;

import app.tidings.notify.ledger.RowState;
import app.tidings.notify.letter.Copy;
import app.tidings.notify.letter.PreparedLetter;

/** What a row has become just before it is sent. */
sealed interface Prepared {

    /** A mail for the wire. */
    record Parcel(PreparedLetter letter, Copy copy) implements Prepared {}

    /** Nothing: the reader is not to get it any more. */
    record Out(RowState state) implements Prepared {}
}
