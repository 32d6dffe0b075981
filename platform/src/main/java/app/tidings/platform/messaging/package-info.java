/** Kafka: topics are provisioned, records become events, bad ones become dead letters, faults are retried until they heal. */
@NullMarked
package app.tidings.platform.messaging;

import org.jspecify.annotations.NullMarked;
