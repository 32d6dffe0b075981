package app.tidings.platform.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How unsent events are sent.
 *
 * @param sweep how often {@code pending} is read for what no hint told of
 * @param lease how long a replica holds an aggregate without renewing; a killed replica's events wait so long. More than the
 *     longest time that the producer may take for one event: its {@code max.block.ms} and {@code delivery.timeout.ms}
 * @param linger how long a batch waits, after its first aggregate was written, for others to join it
 * @param relays how many batches of aggregates are sent at a time
 */
@ConfigurationProperties("tidings.outbox")
record OutboxSettings(
        @DefaultValue("5s") Duration sweep,
        @DefaultValue("35s") Duration lease,
        @DefaultValue("20ms") Duration linger,
        @DefaultValue("4") int relays) {

    OutboxSettings {
        if (linger.isNegative()) {
            throw new IllegalArgumentException("tidings.outbox.linger is negative");
        }
        if (relays < 1) {
            throw new IllegalArgumentException("tidings.outbox.relays is not positive");
        }
    }

    /**
     * How aggregates are held.
     *
     * @param longestSend how long the producer may take for one event
     * @throws IllegalArgumentException if the lease does not outlast that
     */
    Lease hold(Duration longestSend) {
        if (lease.compareTo(longestSend) <= 0) {
            throw new IllegalArgumentException(
                    "tidings.outbox.lease is not longer than %d ms, the producer's max.block.ms and delivery.timeout.ms"
                            .formatted(longestSend.toMillis()));
        }
        return new Lease(lease, lease.minus(longestSend));
    }

    /**
     * For how long an aggregate is held without renewing.
     *
     * @param spare how long it has been held at most when an event may still be sent
     */
    record Lease(Duration term, Duration spare) {}
}
