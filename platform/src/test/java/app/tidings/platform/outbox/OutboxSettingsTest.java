package app.tidings.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutboxSettingsTest {

    private static final Duration SEND = Duration.ofSeconds(6);

    private static OutboxSettings leasing(Duration lease) {
        return new OutboxSettings(Duration.ofSeconds(5), lease, Duration.ZERO, 1);
    }

    @Test
    void anEventIsSentOnlyUnderALeaseThatOutlastsTheSending() {
        assertThat(leasing(SEND.plusSeconds(1)).hold(SEND).spare()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void refusesALeaseThatMayEndWhileAnEventIsSent() {
        assertThatThrownBy(() -> leasing(SEND).hold(SEND))
                .hasMessage("tidings.outbox.lease is not longer than 6000 ms,"
                        + " the producer's max.block.ms and delivery.timeout.ms");
    }

    @Test
    void refusesABatchThatWaitsForLessThanNoTime() {
        assertThatThrownBy(() -> new OutboxSettings(SEND, SEND, Duration.ofMillis(-1), 1))
                .hasMessage("tidings.outbox.linger is negative");
    }
}
