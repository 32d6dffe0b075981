package app.tidings.platform.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How unsent events are sent.
 *
 * @param sweep how often {@code pending} is read for what no hint told of
 * @param lease how long a replica holds an aggregate without renewing; a killed replica's events wait so long. More than the
 *     longest time that the producer may take for one event
 * @param relays how many aggregates are sent at a time
 */
@ConfigurationProperties("tidings.outbox")
record OutboxSettings(
        @DefaultValue("5s") Duration sweep,
        @DefaultValue("35s") Duration lease,
        @DefaultValue("16") int relays) {

    private static final Duration LONGEST_SEND = Duration.ofSeconds(30);

    OutboxSettings {
        if (lease.compareTo(LONGEST_SEND) <= 0) {
            throw new IllegalArgumentException(
                    "tidings.outbox.lease is not longer than " + LONGEST_SEND.toSeconds() + "s");
        }
        if (relays < 1) {
            throw new IllegalArgumentException("tidings.outbox.relays is not positive");
        }
    }

    /** How long a lease has been held at most when an event may still be sent under it. */
    Duration spare() {
        return lease.minus(LONGEST_SEND);
    }
}
