package app.tidings.curation.page.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageDateTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2026-11-20T08:30:00Z            | 2026-11-20T08:30:00Z
                    2026-11-20T08:30:00.123Z        | 2026-11-20T08:30:00.123Z
                    2026-11-20T08:30:00+08:00       | 2026-11-20T00:30:00Z
                    2026-11-20T08:30:00+0800        | 2026-11-20T00:30:00Z
                    2026-11-20 08:30:00 +0800       | 2026-11-20T00:30:00Z
                    2026-11-20T08:30+08             | 2026-11-20T00:30:00Z
                    Fri, 20 Nov 2026 08:30:00 +0100 | 2026-11-20T07:30:00Z
                    2026-11-20T08:30:00             | 2026-11-20T00:30:00Z
                    2026-11-20 08:30                | 2026-11-20T00:30:00Z
                    2026/11/20 8:30                 | 2026-11-20T00:30:00Z
                    2026年11月20日 08:30             | 2026-11-20T00:30:00Z
                    2026年1月2日                     | 2026-01-02T04:00:00Z
                    2026年11月20日 星期五 08:30       | 2026-11-20T00:30:00Z
                    2026-11-20                      | 2026-11-20T04:00:00Z
                    20261120                        | 2026-11-20T04:00:00Z
                    11/20/2026                      | 2026-11-20T04:00:00Z
                    11/20/2026 4:30:00 PM           | 2026-11-20T08:30:00Z
                    November 20, 2026               | 2026-11-20T04:00:00Z
                    Nov 20, 2026                    | 2026-11-20T04:00:00Z
                    November 20th, 2026 at 8:30 pm EST | 2026-11-21T01:30:00Z
                    20. Mai 2026                    | 2026-05-20T04:00:00Z
                    Friday, 20 November 2026        | 2026-11-20T04:00:00Z
                    20 Nov, 2026, 10.34PM IST       | 2026-11-20T17:04:00Z
                    Fri, 2026/11/20 08:19:53 EDT    | 2026-11-20T12:19:53Z
                    """)
    void readsTheFormsInUse(String stated, Instant instant) {
        assertThat(PageDate.of(stated).orElseThrow().at(ZoneOffset.ofHours(8))).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1990-01-01T00:00:00Z", "2099-12-31T23:59:59Z"})
    void readsADateThatAPageCanHave(String stated) {
        assertThat(PageDate.of(stated).orElseThrow().at(ZoneOffset.UTC)).isEqualTo(Instant.parse(stated));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+999999999-01-01T00:00:00Z",
                "-999999999-01-01T00:00:00Z",
                "+999999999-12-31T23:59:59",
                "1989-12-31T23:59:59Z",
                "2100-01-01T00:00:00Z"
            })
    void leavesADateThatNoPageCanHave(String stated) {
        assertThat(PageDate.of(stated)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "yesterday",
                "2026-13-40",
                "20/11/2026",
                "2026",
                "{{ date }}",
                "0000-00-00 00:00:00",
                "2026-11-20T08:30:00-99:99",
                "2026-11-20T08:30:00+00:00Extra",
                "2026-11-20T28:30:00Z"
            })
    void leavesWhatIsNoDate(String stated) {
        assertThat(PageDate.of(stated)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2026年11月20日                | 2026-11-20
                    2026-11-20 08:30             | 2026-11-20T08:30
                    2026-11-20T08:30:05+08:00    | 2026-11-20T08:30:05+08:00
                    2026-11-20T08:30:00.123Z     | 2026-11-20T08:30:00.123Z
                    """)
    void isAsExactAsThePage(String stated, String told) {
        assertThat(PageDate.of(stated).orElseThrow()).hasToString(told);
    }
}
