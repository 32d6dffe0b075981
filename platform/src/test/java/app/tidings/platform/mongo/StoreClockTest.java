package app.tidings.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StoreClockTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private Instant store = NOON;
    private long nanos = 5;
    private int asked;
    private Duration wayBack = Duration.ZERO;
    private final StoreClock clock = new StoreClock(this::answer, () -> nanos);

    @Test
    void reckonsTheTimeFromAnAnswerForASecond() {
        clock.instant();
        passes(Duration.ofMillis(999));

        assertThat(clock.instant()).isEqualTo(NOON.plusMillis(999));
        assertThat(asked).isOne();
    }

    @Test
    void asksAgainWhenTheAnswerIsASecondOld() {
        clock.instant();
        nanos += Duration.ofSeconds(1).toNanos();
        store = NOON.plusSeconds(60); // this process was halted, and its own time with it

        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(60));
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void isNotTurnedBackByASlowAnswer() {
        clock.instant();
        passes(Duration.ofSeconds(1));
        wayBack = Duration.ofMillis(300);

        assertThat(clock.instant()).isEqualTo(NOON.plusMillis(1300));

        wayBack = Duration.ZERO;
        passes(Duration.ofMillis(800));
        assertThat(clock.instant()).isEqualTo(NOON.plusMillis(2100));
        assertThat(asked).isEqualTo(3);
    }

    @Test
    void followsAStoreWhoseClockWasSetBack() {
        clock.instant();
        passes(Duration.ofSeconds(1));
        store = NOON.minusSeconds(30);

        assertThat(clock.instant()).isEqualTo(NOON.minusSeconds(30));
    }

    @Test
    void asksInAnyCaseWhereTheAnswerItselfIsWanted() {
        clock.instant();
        clock.ask();

        assertThat(asked).isEqualTo(2);
    }

    private Instant answer() {
        asked++;
        var told = store;
        passes(wayBack);
        return told;
    }

    private void passes(Duration time) {
        nanos += time.toNanos();
        store = store.plus(time);
    }
}
