/** The embedded broker: real Kafka in this JVM, data on disk. */
@NullMarked
package app.tidings.local.broker;

import org.jspecify.annotations.NullMarked;
