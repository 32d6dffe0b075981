/** The outbox inside the document: a change and its events are one write, and only the relay publishes. */
@NullMarked
package app.tidings.platform.outbox;

import org.jspecify.annotations.NullMarked;
