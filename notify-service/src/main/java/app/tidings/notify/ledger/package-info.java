/**
 * The ledger: one row for each delivery, always in one known state. Rows lie in numbered pages of at most
 * {@value app.tidings.notify.ledger.LedgerPage#MAX_ROWS}; {@link app.tidings.notify.ledger.LedgerPage} holds the rules,
 * {@link app.tidings.notify.ledger.Ledger} writes what they decide if nobody wrote the page meanwhile.
 */
@NullMarked
package app.tidings.notify.ledger;

import org.jspecify.annotations.NullMarked;
