/** An edition gets its readers: its list is frozen, page by page, into the ledger. */
@NullMarked
package app.tidings.notify.audience;

import org.jspecify.annotations.NullMarked;
