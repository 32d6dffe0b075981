package app.tidings.ingest.seen;

import static app.tidings.ingest.seen.RecallTest.memory;
import static app.tidings.ingest.seen.RecallTest.showing;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryTest {

    private final Memory quiet = memory(showing("weekly:1", "1", "Title", "Text", null));

    @Test
    void isFloodedByMostOfAFeedAtOnce() {
        assertThat(quiet.isFlooded(10, 6)).isTrue();
        assertThat(quiet.isFlooded(10, 5)).isFalse();
        assertThat(quiet.isFlooded(8, 8)).isTrue();
        assertThat(quiet.isFlooded(7, 7)).isFalse();
    }

    @Test
    void isNotFloodedAtTheFirstReading() {
        assertThat(Memory.NONE.isFlooded(10, 10)).isFalse();
    }

    @Test
    void isNotFloodedByWhatIsUsual() {
        var daily = quiet.withNews(quiet, 10, 10).withNews(quiet.withNews(quiet, 10, 10), 10, 10);

        assertThat(daily.usual()).isGreaterThan(0.5);
        assertThat(daily.isFlooded(10, 10)).isFalse();
        assertThat(quiet.usedToFloods().isFlooded(10, 10)).isFalse();
    }

    @Test
    void isFloodedAgainAfterSomeOrdinaryReadings() {
        var memory = quiet.usedToFloods();
        for (var i = 0; i < 5; i++) {
            memory = memory.withNews(memory, 10, 1);
        }

        assertThat(memory.isFlooded(10, 10)).isTrue();
    }
}
