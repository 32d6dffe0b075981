package app.tidings.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LargeBodiesTest {

    private final LargeBodies bodies = new LargeBodies(1, Duration.ofMillis(1));

    @Test
    void letsOnePollHoldAsManyAsItReads() throws InterruptedException {
        try (var one = bodies.share()) {
            assertThat(one.forLargeBody()).isTrue();
            assertThat(one.forLargeBody()).isTrue();
        }
    }

    @Test
    void hasNoRoomForMorePollsThanItMay() throws InterruptedException {
        try (var one = bodies.share();
                var other = bodies.share()) {
            one.forLargeBody();

            assertThat(other.forLargeBody()).isFalse();
            assertThat(other.isRefused()).isTrue();
            assertThat(one.isRefused()).isFalse();
        }
    }

    @Test
    void takesBackWhatWasTakenAndNoMore() throws InterruptedException {
        try (var one = bodies.share()) {
            one.forLargeBody();
            try (var other = bodies.share()) {
                other.forLargeBody();
            }
            assertThat(bodies.share().forLargeBody()).isFalse();
        }
        assertThat(bodies.share().forLargeBody()).isTrue();
    }
}
