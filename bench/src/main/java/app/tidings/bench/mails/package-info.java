/** From an edition to mails at the relay. */
@NullMarked
package app.tidings.bench.mails;

import org.jspecify.annotations.NullMarked;
