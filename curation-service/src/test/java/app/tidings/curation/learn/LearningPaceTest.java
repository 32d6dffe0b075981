package app.tidings.curation.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.scheduling.support.SimpleTriggerContext;

class LearningPaceTest {

    private static final Instant NOW = Instant.parse("2026-11-30T17:00:00Z");

    private final LearningPace pace = new LearningPace(Duration.ofHours(1), InstantSource.fixed(NOW));

    @Test
    void beginsAtOnce() {
        assertThat(pace.nextExecution(new SimpleTriggerContext())).isEqualTo(NOW);
    }

    @ParameterizedTest
    @CsvSource({"PT0.005S, PT10S", "PT0.1S, PT30S", "PT10S, PT50M", "PT40S, PT1H"})
    void pausesTheLongerTheMoreThereWasToRead(Duration took, Duration pause) {
        var ended = NOW.plus(took);

        assertThat(pace.nextExecution(new SimpleTriggerContext(NOW, NOW, ended)))
                .isEqualTo(ended.plus(pause));
    }
}
