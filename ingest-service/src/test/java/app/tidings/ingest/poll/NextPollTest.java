package app.tidings.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.ingest.connector.Hints;
import app.tidings.ingest.connector.Schedule;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextPollTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private final NextPoll nextPoll = new NextPoll(Duration.ofHours(24), Duration.ofHours(12));

    @Test
    void comesAfterTheIntervalGiveOrTakeATenth() {
        assertThat(wait(0, Hints.NONE, 0)).isEqualTo(Duration.ofMinutes(27));
        assertThat(wait(0, Hints.NONE, 0.5)).isEqualTo(HALF_AN_HOUR);
        assertThat(wait(0, Hints.NONE, 1)).isEqualTo(Duration.ofMinutes(33));
    }

    @ParameterizedTest
    @CsvSource({"1, PT30M", "2, PT1H", "3, PT2H", "6, PT16H", "7, PT24H", "50, PT24H", "1000000, PT24H"})
    void waitsTwiceAsLongAfterEachFailureUpToADay(int failures, Duration expected) {
        assertThat(wait(failures, Hints.NONE, 0.5)).isEqualTo(expected);
    }

    @Test
    void neverPollsAFailingSourceMoreOftenThanAGoodOne() {
        var week = Duration.ofDays(7);

        assertThat(nextPoll.after(NOW, week, 9, Hints.NONE, 0.5)).isEqualTo(NOW.plus(week));
    }

    @Test
    void takesWhatTheServerAsksForAsFloorAndNoMoreThanADay() {
        assertThat(wait(0, NOW.plus(Duration.ofHours(2)), 0.5)).isEqualTo(Duration.ofHours(2));
        assertThat(wait(0, NOW.plusSeconds(1), 0.5)).isEqualTo(HALF_AN_HOUR);
        assertThat(wait(3, NOW.plus(Duration.ofHours(1)), 0.5)).isEqualTo(Duration.ofHours(2));
        assertThat(wait(0, NOW.plus(Duration.ofDays(9999)), 0.5)).isEqualTo(Duration.ofHours(24));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            -   | -    | 0 | PT30M
            45  | -    | 0 | PT45M
            20  | -    | 0 | PT30M
            -   | PT2H | 0 | PT2H
            180 | PT2H | 0 | PT3H
            999 | -    | 0 | PT12H
            -   | P30D | 0 | PT12H
            180 | PT2H | 1 | PT30M
            """)
    void takesWhatFeedsAndCachesSayAsFloorUpToHalfADayUnlessThePollFailed(
            @Nullable Integer minutes, @Nullable Duration freshFor, int failures, Duration expected) {
        var schedule = new Schedule(minutes, Set.of(), Set.of());

        assertThat(wait(failures, new Hints(null, freshFor, schedule, null, null), 0.5))
                .isEqualTo(expected);
    }

    @Test
    void passesOverSkippedHoursAndDaysButNoMoreThanADay() {
        var tenAndEleven = new Schedule(null, Set.of(10, 11), Set.of());
        var sunday = new Schedule(null, Set.of(), Set.of(DayOfWeek.SUNDAY));
        var threeDays = new Schedule(null, Set.of(), Set.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY, DayOfWeek.TUESDAY));

        assertThat(wait(0, Hints.NONE.with(tenAndEleven), 0.5)).isEqualTo(Duration.ofHours(2));
        assertThat(wait(0, Hints.NONE.with(sunday), 0.5)).isEqualTo(Duration.ofHours(14));
        assertThat(wait(0, Hints.NONE.with(threeDays), 0.5)).isEqualTo(Duration.ofHours(24));
    }

    private Duration wait(int failures, @Nullable Instant askedFor, double chance) {
        return wait(failures, new Hints(askedFor, null, null, null, null), chance);
    }

    private Duration wait(int failures, Hints said, double chance) {
        return Duration.between(NOW, nextPoll.after(NOW, HALF_AN_HOUR, failures, said, chance));
    }
}
