package app.tidings.ingest.feed.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
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
            20261116                          | 2026-11-16T00:00:00Z
            26-11-16                          | 2026-11-16T00:00:00Z
            2026-320                          | 2026-11-16T00:00:00Z
            26320                             | 2026-11-16T00:00:00Z
            Mon Nov 16 08:30:00 +0800 2026    | 2026-11-16T00:30:00Z
            Mon, 2026/11/16 08:30:00 EDT      | 2026-11-16T12:30:00Z
            Mon, 16 Nov 2026 08:30 PM EST     | 2026-11-17T01:30:00Z
            Nov 16th, 2026, 12:05 a.m.        | 2026-11-16T00:05:00Z
            11/16/2026 08:30:00 AM            | 2026-11-16T08:30:00Z
            16/11/2026 08:30                  | 2026-11-16T08:30:00Z
            16.11.2026 08:30                  | 2026-11-16T08:30:00Z
            16-11-2026 08:30                  | 2026-11-16T08:30:00Z
            Mon, 16 Nov 2026 08:30:00 Etc/GMT | 2026-11-16T08:30:00Z
            Mon, 16 Nov 2026 08:30:00 CT      | 2026-11-16T14:30:00Z
            Mon, 16 Nov 2026 08:30:00 N       | 2026-11-16T07:30:00Z
            Mon, 16 Nov 2026 08:30:00 -01:01  | 2026-11-16T09:31:00Z
            2026年11月16日 08:30               | 2026-11-16T08:30:00Z
            2026年11月16日 星期一 下午 8:30      | 2026-11-16T20:30:00Z
            2026년 11월 16일 오후 8:30           | 2026-11-16T20:30:00Z
            2026-november-16T8:30-05:00       | 2026-11-16T13:30:00Z
            2026-július-13T9:15-05:00         | 2026-07-13T14:15:00Z
            Κυρ, 11 Ιούλ 2026 12:00:00 EST    | 2026-07-11T17:00:00Z
            lun. 16 nov. 2026 08:30:00 +0100  | 2026-11-16T07:30:00Z
            mar. 3 févr. 2026 08:30:00 +0100  | 2026-02-03T07:30:00Z
            Mo, 16 Dez 2026 08:30:00 +0100    | 2026-12-16T07:30:00Z
            16 de noviembre de 2026           | 2026-11-16T00:00:00Z
            16 ноября 2026                    | 2026-11-16T00:00:00Z
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
                "2026-11-16T08:30:00-06:00Textra",
                "2026-xx-27",
                "Nov 16 08:30:00",
                "16 17 18 19",
                "-0312",
                "2026-11-31",
                "12345678901234567890",
                "99999",
                "0000"
            })
    void takesNothingForADateThatIsNone(String text) {
        assertThat(FeedDate.parse(text)).isNull();
    }

    @Test
    void refusesLongTextAtOnce() {
        assertThat(FeedDate.parse("Mon, ".repeat(10_000))).isNull();
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "TIDINGS_CORPUS", matches = ".+")
    void readsDatesAsOtherReadersOfFeedsDo() throws IOException {
        var lines = Files.readAllLines(Path.of(System.getenv("TIDINGS_CORPUS"), "dates", "dates.tsv"));

        assertThat(lines.subList(1, lines.size())).allSatisfy(line -> {
            var fields = line.split("\t", -1);
            assertThat(FeedDate.parse(fields[1]))
                    .as(line)
                    .isEqualTo(fields[2].isEmpty() ? null : Instant.parse(fields[2]));
        });
    }
}
