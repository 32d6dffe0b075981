package app.tidings.notify.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5); // counts past the largest number
    private final Breaker breaker = new Breaker(nanos::get);

    @Test
    void letsThroughWhatComesBeforeAnyFailure() {
        assertThat(breaker.pause()).isZero();
    }

    @Test
    void pausesForASecondAndNotANanosecondLonger() {
        breaker.away();

        nanos.addAndGet(Duration.ofSeconds(1).toNanos() - 1);
        assertThat(breaker.pause()).isEqualTo(Duration.ofNanos(1));

        nanos.incrementAndGet();
        assertThat(breaker.pause()).isZero();
    }

    @Test
    void doublesItsPauseWithEachFailureUpTo64Seconds() {
        var pauses = new ArrayList<Long>();
        for (var i = 0; i < 8; i++) {
            breaker.away();
            pauses.add(breaker.pause().toSeconds());
            nanos.addAndGet(breaker.pause().toNanos());
        }

        assertThat(pauses).isEqualTo(List.of(1L, 2L, 4L, 8L, 16L, 32L, 64L, 64L));
    }

    @Test
    void countsSendersThatFailAtTheSameTimeOnce() {
        breaker.away();
        breaker.away();

        assertThat(breaker.pause()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void beginsWithASecondAgainOnceTheRelayWasThere() {
        breaker.away();
        nanos.addAndGet(breaker.pause().toNanos());
        breaker.there();

        breaker.away();

        assertThat(breaker.pause()).isEqualTo(Duration.ofSeconds(1));
    }
}
