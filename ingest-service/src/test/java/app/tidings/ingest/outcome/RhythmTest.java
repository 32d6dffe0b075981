package app.tidings.ingest.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RhythmTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Rhythm.Bounds BOUNDS =
            new Rhythm.Bounds(Duration.ofMinutes(30), Duration.ofMinutes(15), Duration.ofHours(12));

    /** News with the same gap between them, the last of them so long ago. */
    private static Rhythm each(Duration gap, int times, Duration silence) {
        var last = NOW.minus(silence);
        return Rhythm.NONE.with(
                IntStream.range(0, times)
                        .mapToObj(i -> last.minus(gap.multipliedBy(i)))
                        .toList(),
                NOW);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            0,  PT1H,  PT1H,  PT30M
            2,  PT1H,  PT1H,  PT30M
            3,  PT1H,  PT1H,  PT15M
            16, PT1H,  PT1H,  PT15M
            16, PT4H,  PT1H,  PT30M
            16, PT24H, PT1H,  PT3H
            16, P7D,   PT1H,  PT12H
            16, PT1H,  P8D,   PT6H
            16, PT1H,  P90D,  PT12H
            """)
    void givesAnEighthOfTheUsualGapAndMoreAfterASilence(int times, Duration gap, Duration silence, Duration interval) {
        assertThat(each(gap, times, silence).interval(NOW.minus(Duration.ofHours(1)), NOW, BOUNDS))
                .isEqualTo(interval);
    }

    @Test
    void asksASourceThatNeverShowedAnythingLessAndLess() {
        assertThat(Rhythm.NONE.interval(NOW.minus(Duration.ofHours(16)), NOW, BOUNDS))
                .isEqualTo(Duration.parse("PT30M"));
        assertThat(Rhythm.NONE.interval(NOW.minus(Duration.ofDays(8)), NOW, BOUNDS))
                .isEqualTo(Duration.parse("PT6H"));
        assertThat(Rhythm.NONE.interval(NOW.minus(Duration.ofDays(99)), NOW, BOUNDS))
                .isEqualTo(Duration.parse("PT12H"));
    }

    @Test
    void countsWhatCameWithinAnHourOnceAndNothingOfTheFuture() {
        var rhythm = Rhythm.NONE.with(
                List.of(NOW.plusSeconds(1), NOW, NOW.minusSeconds(3_599), NOW.minusSeconds(3_600), NOW), NOW);

        assertThat(rhythm.news()).containsExactly(NOW, NOW.minusSeconds(3_600));
    }

    @Test
    void keepsTheNewestSixteen() {
        var rhythm = each(Duration.ofDays(1), 30, Duration.ZERO);

        assertThat(rhythm.news()).hasSize(16).first().isEqualTo(NOW);
        assertThat(rhythm.with(List.of(NOW.plus(Duration.ofDays(1))), NOW.plus(Duration.ofDays(1)))
                        .news())
                .hasSize(16)
                .first()
                .isEqualTo(NOW.plus(Duration.ofDays(1)));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            4, PT24H, -
            5, PT24H, P4D
            5, PT1H,  P2D
            5, P7D,   P28D
            """)
    void isQuietAfterFourUsualGapsAndNotBeforeTwoDays(int times, Duration gap, @Nullable Duration silence) {
        assertThat(each(gap, times, Duration.ZERO).quietAt()).isEqualTo(silence == null ? null : NOW.plus(silence));
    }

    @Test
    void isNotQuietBeforeItsLongestSilenceAndAHalf() {
        var rhythm = each(Duration.ofDays(1), 5, Duration.ZERO).with(List.of(NOW.minus(Duration.ofDays(44))), NOW);

        assertThat(rhythm.quietAt()).isEqualTo(NOW.plus(Duration.ofDays(60)));
    }
}
