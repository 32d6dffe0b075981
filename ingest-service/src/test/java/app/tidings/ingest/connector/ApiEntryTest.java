package app.tidings.ingest.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiEntryTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T08:00:00Z, 2026-11-24T08:00:00Z",
        "1795500000, 2026-11-24T06:00:00Z",
        "9999-12-31T23:59:59Z, 9999-12-31T23:59:59Z",
        "0001-01-01, 0001-01-01T00:00:00Z",
        "+10000-01-01T00:00:00Z,",
        "+999999999-12-31T23:59:59Z,",
        "-999999999-01-01,",
        "0000-12-31,"
    })
    void knowsNoTimeThatCannotBeKept(String text, @Nullable Instant time) {
        assertThat(ApiEntry.time(text)).isEqualTo(time);
    }

    @Test
    void keepsOfLongTextsOnlyTheBeginning() {
        var text = "x".repeat(100_000);

        var kept = new ApiEntry(text, "https://a.example/", text, text, null, null).toFeedEntry();

        assertThat(kept.id()).hasSize(2_000);
        assertThat(kept.title().raw()).hasSize(2_000);
        assertThat(kept.summary().raw()).hasSize(16_000);
    }
}
