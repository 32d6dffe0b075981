/** Events and topics: what the services say to each other. No Spring here. */
@NullMarked
package app.tidings.contracts;

import org.jspecify.annotations.NullMarked;
