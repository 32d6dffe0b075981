package app.tidings.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunningTimeTest {

    @ParameterizedTest
    @CsvSource({
        "PT1H2M3S, 3723",
        "PT62M, 3720",
        "P0DT0H42M7S, 2527",
        "P1DT1S, 86401",
        "pt5m0.5s, 300",
        "P42M, 2520",
        "1:02:03, 3723",
        "62:03, 3723",
        "1:2, 62",
        "3723, 3723",
        "3723.4, 3723",
        "' 100:00:00 ', 360000"
    })
    void readsALength(String written, long seconds) {
        assertThat(RunningTime.of(written)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "PT0S", "P", "about an hour", "-5", "100:00:01", "99999999", "1:2:3:4", "PT"})
    void readsNoneWhereThereIsNone(String written) {
        assertThat(RunningTime.of(written)).isEmpty();
        assertThat(RunningTime.of(null)).isEmpty();
    }
}
