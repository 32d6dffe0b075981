package app.tidings.ingest.feed.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDateTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mon, 16 Nov 2026 08:30:00 GMT     | 2026-11-16T08:30:00Z
            Mon, 16 Nov 2026 08:30:00 +0800   | 2026-11-16T00:30:00Z
            Mon, 16 Nov 2026 08:30:00 +08:00  | 2026-11-16T00:30:00Z
            Mon, 16 Nov 2026 08:30:00 -0330   | 2026-11-16T12:00:00Z
            Mon, 16 Nov 2026 08:30 EST        | 2026-11-16T13:30:00Z
            16 Nov 26 08:30:00 PDT            | 2026-11-16T15:30:00Z
            16 Nov 96 08:30:00 Z              | 1996-11-16T08:30:00Z
            Monday, 16 November 2026 08:30:00 | 2026-11-16T08:30:00Z
            Mon,16 Nov 2026 8:30:00 GMT+8     | 2026-11-16T00:30:00Z
            Mon, 16-Nov-2026 08:30:00 UTC     | 2026-11-16T08:30:00Z
            Mon, 16 Nov 2026                  | 2026-11-16T00:00:00Z
            Mon Nov 16 08:30:00 2026          | 2026-11-16T08:30:00Z
            Mon Nov 16 08:30:00 EST 2026      | 2026-11-16T13:30:00Z
            November 16, 2026 08:30           | 2026-11-16T08:30:00Z
            Mon, 16 Nov 2026 08:30:60 GMT     | 2026-11-16T08:30:59Z
            Mon, 16 Nov 2026 24:00:00 GMT     | 2026-11-17T00:00:00Z
            Mon, 16 Nov 2026 08:30:00 +0800 (CST) | 2026-11-16T00:30:00Z
            2026-11-16T08:30:00Z              | 2026-11-16T08:30:00Z
            2026-11-16T08:30:00.123+08:00     | 2026-11-16T00:30:00Z
            2026-11-16T08:30+0800             | 2026-11-16T00:30:00Z
            2026-11-16 08:30:00               | 2026-11-16T08:30:00Z
            2026-11-16                        | 2026-11-16T00:00:00Z
            2026-11                           | 2026-11-01T00:00:00Z
            2026                              | 2026-01-01T00:00:00Z
            2026/11/16 08:30                  | 2026-11-16T08:30:00Z
            20261116T083000Z                  | 2026-11-16T08:30:00Z
            """)
    void readsDatesAsFeedsWriteThem(String text, Instant instant) {
        assertThat(FeedDate.parse(text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "32 Nov 2026 08:00:00 GMT",
                "16 Brumaire 2026",
                "2026-13-01",
                "2026-11-16T25:00:00Z",
                "2026-11-16T08:30:00+99:99",
                "2026-11-16T08:30:00+xx",
                "Mon, 16 Nov 2026 08:30:00 +zz:00",
                "2026-11-16Txyz",
                "0000"
            })
    void takesNothingForADateThatIsNone(String text) {
        assertThat(FeedDate.parse(text)).isNull();
    }

    @Test
    void refusesLongTextAtOnce() {
        assertThat(FeedDate.parse("Mon, ".repeat(10_000))).isNull();
    }
}
