package app.tidings.curation.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearningPaceTest {

    private static final Instant NOW = Instant.parse("2026-11-30T17:00:00Z");
    private static final Duration MILLISECOND = Duration.ofMillis(1);

    private final LearningPace pace = new LearningPace(Duration.ofHours(1));

    @Test
    void beginsAtOnceAndOnce() {
        assertThat(pace.mayBegin(NOW)).isTrue();
        assertThat(pace.mayBegin(NOW.plusSeconds(7_200))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"PT0.005S, PT10S", "PT0.1S, PT30S", "PT10S, PT50M", "PT40S, PT1H"})
    void pausesTheLongerTheMoreThereWasToRead(Duration took, Duration pause) {
        var ended = NOW.plus(took);
        pace.mayBegin(NOW);

        pace.ended(ended);

        assertThat(pace.mayBegin(ended.plus(pause).minus(MILLISECOND))).isFalse();
        assertThat(pace.mayBegin(ended.plus(pause))).isTrue();
    }

    @Test
    void triesAgainSoonWhenTheStoreDidNotAnswer() {
        var failed = NOW.plusSeconds(30);
        pace.mayBegin(NOW);

        pace.failed(failed);

        assertThat(pace.mayBegin(failed.plusSeconds(59))).isFalse();
        assertThat(pace.mayBegin(failed.plusSeconds(60))).isTrue();
    }
}
