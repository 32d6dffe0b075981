package app.tidings.platform.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How unsent events are sent.
 *
 * @param sweep how often {@code pending} is read for what no hint told of
 * @param lease how long a replica may hold an aggregate while it sends
 * @param relays how many aggregates are sent at a time
 */
@ConfigurationProperties("tidings.outbox")
record OutboxSettings(
        @DefaultValue("5s") Duration sweep,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("4") int relays) {}
