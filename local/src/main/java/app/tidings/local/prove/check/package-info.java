/** What is promised, held against what the ledger says and what the relay saw. */
@NullMarked
package app.tidings.local.prove.check;

import org.jspecify.annotations.NullMarked;
