/** The way from a row of the ledger to the relay and back: what is open is found, claimed, fenced, sent and settled. */
@NullMarked
package app.tidings.notify.sending;

import org.jspecify.annotations.NullMarked;
