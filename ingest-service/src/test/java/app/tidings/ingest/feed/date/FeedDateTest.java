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
    @CsvSource(delimiter = '|', textBlock = """
            星期一, 16 十一月 2026 16:30:00 +0800       | 2026-11-16T08:30:00Z
            周三, 02 九月 2026 16:30:00 +0800          | 2026-09-02T08:30:00Z
            九月 2, 2026 08:30                        | 2026-09-02T08:30:00Z
            2026年9月2日 8时30分                       | 2026-09-02T08:30:00Z
            2026年9月2日 下午 8時30分05秒               | 2026-09-02T20:30:05Z
            2026년 9월 2일 8시 30분                    | 2026-09-02T08:30:00Z
            Ср, 15 май 2026 11:30:00 +0300           | 2026-05-15T08:30:00Z
            15 липень 2026                           | 2026-07-15T00:00:00Z
            po, 02 zář 2026 10:30:00 +0200           | 2026-09-02T08:30:00Z
            2. prosince 2026 8:30                    | 2026-12-02T08:30:00Z
            """)
    void knowsMonthsAndHoursInTheirLanguages(String text, Instant instant) {
        assertThat(FeedDate.parse(text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
            Mon, 16 Nov 2026 08:30:00\u00a0GMT         > 2026-11-16T08:30:00Z
            11/16/2026, 8:30:00\u202fPM                > 2026-11-16T20:30:00Z
            \u200e16\u3000Nov\u20092026 08:30:00\u200e +0100 > 2026-11-16T07:30:00Z
            \ufeff2026-11-16                           > 2026-11-16T00:00:00Z
            Mon, 16 Nov 2026 08:30:00 EST, by Ann      > 2026-11-16T13:30:00Z
            2026-11-16 08:30:00 | News                 > 2026-11-16T08:30:00Z
            2026-11-16 08:30:00; 5 replies             > 2026-11-16T08:30:00Z
            16 Nov 2026 08:30, GMT+8                   > 2026-11-16T00:30:00Z
            2026-11-16T16:30:00+08:00[Asia/Shanghai]   > 2026-11-16T08:30:00Z
            2026-11-16T08:30:00Z[UTC]                  > 2026-11-16T08:30:00Z
            2026-11-16T16:30:00[Asia/Shanghai]         > 2026-11-16T08:30:00Z
            Mon, 16 Nov 2026 08:30:00 "GMT"            > 2026-11-16T08:30:00Z
            Mon, 16 Nov 2026 14:00:00 IST              > 2026-11-16T08:30:00Z
            Mon, 16 Nov 2026 03:30:00 America/New_York > 2026-11-16T08:30:00Z
            Thu, 16 Jul 2026 04:30:00 America/New_York > 2026-07-16T08:30:00Z
            16 Nov 2026 05:30 America/Argentina/Buenos_Aires > 2026-11-16T08:30:00Z
            16 Nov 2026 08:30 Mars/Olympus             > 2026-11-16T08:30:00Z
            Mon, 16 Nov 2026 08.30.15 GMT              > 2026-11-16T08:30:15Z
            16.11.26                                   > 2026-11-16T00:00:00Z
            16.11.2026 08.30                           > 2026-11-16T08:30:00Z
            16/Nov/2026:08:30:00 +0100                 > 2026-11-16T07:30:00Z
            1794817800                                 > 2026-11-16T08:30:00Z
            1794817800999                              > 2026-11-16T08:30:00Z
            """)
    void readsWhatProgramsAndPeopleWriteAroundADate(String text, Instant instant) {
        assertThat(FeedDate.parse(text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mon, 01 Jan 0001 00:00:00 +0000",
                "0001-01-01T00:00:00Z",
                "0001-01-01T00:00:00",
                "1/1/0001 12:00:00 AM",
                "Thu, 30 Nov -0001 00:00:00 +0000",
                "-0001-11-30T00:00:00+00:00"
            })
    void takesTheDatesThatProgramsWriteForNoneForNone(String text) {
        assertThat(FeedDate.parse(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2794817800",
                "17948178001",
                "202611160830",
                "16 十三月 2026",
                "16.11.08.30",
                "16 Nov 2026 08:30 by Ann",
                "\u200e",
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
