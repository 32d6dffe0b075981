package app.tidings.ingest.feed.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsualDateTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mon, 16 Nov 2026 08:30:00 GMT    | 2026-11-16T08:30:00Z
            Mon, 16 Nov 2026 08:30:00 +0800  | 2026-11-16T00:30:00Z
            Mon, 16 Nov 2026 08:30:00 -03:30 | 2026-11-16T12:00:00Z
            2026-11-16T08:30:00Z             | 2026-11-16T08:30:00Z
            2026-11-16T23:59:59+08:00        | 2026-11-16T15:59:59Z
            2024-02-29T00:00:00-0000         | 2024-02-29T00:00:00Z
            """)
    void readsWhatNearlyAllFeedsWrite(String text, Instant meant) {
        assertThat(UsualDate.parse(text)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mon, 16 Nov 2026 08:30:60 GMT",
                "Mon, 16 Nov 2026 24:00:00 GMT",
                "Mon, 16 nov 2026 08:30:00 GMT",
                "Mon, 16 anF 2026 08:30:00 GMT",
                "0000-11-16T08:30:00Z",
                "2026-11-16T08:30:00",
                "2026-11-16T08:30:00.5Z",
                "2026-11-16T08:30:00+08:00 (CST)",
                "2026-11-16"
            })
    void leavesEverythingElse(String text) {
        assertThat(UsualDate.parse(text)).isNull();
    }

    @Test
    void neverReadsAnythingElseThanTheReaderOfAllDates() {
        var random = new Random(1);
        var signs = "0123456789+-:,TZGM JanFebDec";
        for (var i = 0; i < 20_000; i++) {
            var text = new StringBuilder(i % 2 == 0 ? "Mon, 16 Nov 2026 08:30:00 +0800" : "2026-11-16T08:30:00+08:00");
            for (var change = 0; change < 1 + i % 3; change++) {
                text.setCharAt(random.nextInt(text.length()), signs.charAt(random.nextInt(signs.length())));
            }
            var usual = orNull(text.toString(), UsualDate::parse);
            if (usual != null) {
                assertThat(orNull(text.toString(), FeedDate::read))
                        .as(text.toString())
                        .isEqualTo(usual);
            }
        }
    }

    private interface Reader {
        @Nullable
        Instant read(String text);
    }

    private static @Nullable Instant orNull(String text, Reader reader) {
        try {
            return reader.read(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
