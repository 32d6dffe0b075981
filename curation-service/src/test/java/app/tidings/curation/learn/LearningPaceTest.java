package app.tidings.curation.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearningPaceTest {

    private static final Duration NOTHING = Duration.ZERO;

    private Instant now = Instant.parse("2026-11-30T17:00:00Z");
    private int readings;
    private final LearningPace pace = new LearningPace(Duration.ofHours(1), () -> now);

    private void read(Duration took) {
        pace.readWhenDue(() -> {
            readings++;
            now = now.plus(took);
        });
    }

    @Test
    void readsAtOnce() {
        read(NOTHING);

        assertThat(readings).isOne();
    }

    @Test
    void readsNotTwiceAtATime() {
        pace.readWhenDue(() -> read(NOTHING));

        assertThat(readings).isZero();
    }

    @ParameterizedTest
    @CsvSource({"PT0.005S, PT10S", "PT0.1S, PT30S", "PT10S, PT50M", "PT40S, PT1H"})
    void pausesTheLongerTheMoreThereWasToRead(Duration took, Duration pause) {
        read(took);
        now = now.plus(pause).minusMillis(1);
        read(took);
        assertThat(readings).isOne();

        now = now.plusMillis(1);
        read(took);

        assertThat(readings).isEqualTo(2);
    }

    @Test
    void triesAgainInAMinuteWhateverEndedAReading() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> pace.readWhenDue(() -> {
                    throw new AssertionError("planted");
                }));
        now = now.plusSeconds(59);
        read(NOTHING);
        assertThat(readings).isZero();

        now = now.plusSeconds(1);
        read(NOTHING);

        assertThat(readings).isOne();
    }
}
