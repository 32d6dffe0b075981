package app.tidings.ingest.feed.date;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.util.Date;

/** Whatever stands where a date should; how to search stands at {@code FeedFuzzTest}. */
class DateFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void readsAnyTextAsATimeThatCanBeKeptOrNone(FuzzedDataProvider data) {
        var time = FeedDate.parse(data.consumeRemainingAsString());
        if (time != null) {
            assertThat(Date.from(time).toInstant())
                    .isBetween(Instant.parse("0000-01-01T00:00:00Z"), Instant.parse("+10000-01-02T00:00:00Z"));
        }
    }
}
