package app.tidings.platform.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HostGatesTest {

    private static final Duration AT_ONCE = Duration.ZERO;

    private final HostGates gates = new HostGates(2);

    @Test
    void letsAsManyInAsItHasPlaces() throws InterruptedException {
        try (var first = gates.enter("a.example", AT_ONCE);
                var second = gates.enter("a.example", AT_ONCE);
                var other = gates.enter("b.example", AT_ONCE)) {
            assertThat(first).isNotNull();
            assertThat(second).isNotNull();
            assertThat(other).isNotNull();
            assertThat(gates.enter("a.example", AT_ONCE)).isNull();
        }
        try (var again = gates.enter("a.example", AT_ONCE)) {
            assertThat(again).isNotNull();
        }
    }

    @Test
    void remembersOnlyHostsInUse() throws InterruptedException {
        try (var _ = gates.enter("a.example", AT_ONCE);
                var _ = gates.enter("a.example", AT_ONCE)) {
            assertThat(gates.enter("a.example", AT_ONCE)).isNull();
            assertThat(gates.hostsInUse()).isEqualTo(1);
        }
        assertThat(gates.hostsInUse()).isZero();
    }

    @Test
    void turnsAwayWhoFindsTooManyWaiting() throws InterruptedException {
        try (var _ = gates.enter("a.example", 0);
                var _ = gates.enter("a.example", 0);
                var other = gates.enter("b.example", 0)) {
            assertThat(gates.enter("a.example", 0)).isNull();
            assertThat(other).isNotNull();
        }
        assertThat(gates.hostsInUse()).isZero();
    }

    @Test
    void countsRightUnderManyThreads() {
        var entered = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 2_000; i++) {
                var host = "h%d.example".formatted(i % 7);
                threads.execute(() -> enterAndLeave(host, entered));
            }
        }
        assertThat(entered).hasValue(2_000);
        assertThat(gates.hostsInUse()).isZero();
    }

    private void enterAndLeave(String host, AtomicInteger entered) {
        try (var _ = gates.enter(host, Duration.ofSeconds(10))) {
            entered.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
