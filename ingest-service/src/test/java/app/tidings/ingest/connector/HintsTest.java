package app.tidings.ingest.connector;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.platform.fetch.Body;
import app.tidings.platform.fetch.Fetched.Answer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HintsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            max-age=600                       | -    | PT10M
            public, Max-Age="600"             | 60   | PT9M
            max-age=600                       | 600  | -
            max-age=600                       | soon | PT10M
            s-maxage=600                      | -    | -
            no-cache, max-age=600             | -    | -
            max-age=600, no-store             | -    | -
            private                           | -    | -
            -                                 | -    | -
            max-age=-1                        | -    | -
            """)
    void readsHowLongAnAnswerIsFresh(@Nullable String cacheControl, @Nullable String age, @Nullable Duration expected) {
        assertThat(Hints.freshFor(cacheControl, age)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1795500000, 2026-11-24T06:00:00Z",
        "0.0, 90, 2026-11-22T10:01:30Z",
        "0, 2026-11-22T11:00:00Z, 2026-11-22T11:00:00Z",
        "1, 1795500000,",
        "0, soon,",
        "0,,"
    })
    void anApiThatHasNoCallsLeftNamesWhenItHas(String remaining, @Nullable String reset, @Nullable Instant expected) {
        assertThat(Hints.reset(remaining, reset, Instant.parse("2026-11-22T10:00:00Z")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "x-ratelimit-remaining, x-ratelimit-reset",
        "x-rate-limit-remaining, x-rate-limit-reset" // www.v2ex.com/help/api, "API Rate Limit"
    })
    void aLimitIsKnownByEitherNameOfItsHeaders(String remaining, String reset) {
        var answer = new Answer(
                200,
                URI.create("https://a.example/"),
                List.of(),
                null,
                Map.of(remaining, "0", reset, "1795500000"),
                Body.EMPTY,
                null,
                null);

        assertThat(Hints.of(answer, NOW).notBefore()).isEqualTo("2026-11-24T06:00:00Z");
    }
}
