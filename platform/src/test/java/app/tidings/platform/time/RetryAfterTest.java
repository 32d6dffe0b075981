package app.tidings.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            120                           | 2026-11-22T10:02:00Z
            9999999999                    | 2343-10-13T03:46:39Z
            Sun, 22 Nov 2026 11:00:00 GMT | 2026-11-22T11:00:00Z
            -                             | -
            soon                          | -
            -5                            | -
            99999999999999999999          | -
            """)
    void readsSecondsAndDates(@Nullable String header, @Nullable Instant expected) {
        assertThat(RetryAfter.at(header, NOW)).isEqualTo(expected);
    }
}
