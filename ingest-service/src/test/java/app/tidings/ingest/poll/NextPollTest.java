package app.tidings.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextPollTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private final NextPoll nextPoll = new NextPoll(Duration.ofHours(24));

    @Test
    void comesAfterTheIntervalGiveOrTakeATenth() {
        assertThat(wait(0, null, 0)).isEqualTo(Duration.ofMinutes(27));
        assertThat(wait(0, null, 0.5)).isEqualTo(HALF_AN_HOUR);
        assertThat(wait(0, null, 1)).isEqualTo(Duration.ofMinutes(33));
    }

    @ParameterizedTest
    @CsvSource({"1, PT30M", "2, PT1H", "3, PT2H", "6, PT16H", "7, PT24H", "50, PT24H", "1000000, PT24H"})
    void waitsTwiceAsLongAfterEachFailureUpToADay(int failures, Duration expected) {
        assertThat(wait(failures, null, 0.5)).isEqualTo(expected);
    }

    @Test
    void neverPollsAFailingSourceMoreOftenThanAGoodOne() {
        var week = Duration.ofDays(7);

        assertThat(nextPoll.after(NOW, week, 9, null, 0.5)).isEqualTo(NOW.plus(week));
    }

    @Test
    void takesWhatTheServerAsksForAsFloorAndNoMoreThanADay() {
        assertThat(wait(0, NOW.plus(Duration.ofHours(2)), 0.5)).isEqualTo(Duration.ofHours(2));
        assertThat(wait(0, NOW.plusSeconds(1), 0.5)).isEqualTo(HALF_AN_HOUR);
        assertThat(wait(3, NOW.plus(Duration.ofHours(1)), 0.5)).isEqualTo(Duration.ofHours(2));
        assertThat(wait(0, NOW.plus(Duration.ofDays(9999)), 0.5)).isEqualTo(Duration.ofHours(24));
    }

    private Duration wait(int failures, @Nullable Instant askedFor, double chance) {
        return Duration.between(NOW, nextPoll.after(NOW, HALF_AN_HOUR, failures, askedFor, chance));
    }
}
