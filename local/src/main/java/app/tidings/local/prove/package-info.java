/**
 * Proves what is promised about crashes: everything runs as processes of its own, is killed while an issue is sent and at
 * labelled places in the code, loses its Kafka data, reads its topics again from the beginning; and then the ledger is held
 * against what the relay saw.
 */
@NullMarked
package app.tidings.local.prove;

import org.jspecify.annotations.NullMarked;
