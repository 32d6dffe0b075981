package app.tidings.ingest.connector;

import static app.tidings.ingest.connector.TestApis.NOW;
import static app.tidings.ingest.connector.TestApis.ask;
import static app.tidings.ingest.connector.TestApis.settings;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.platform.fetch.SafeFetcher;
import app.tidings.platform.fetch.TestSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GitHub's limits, as docs.github.com, "Rate limits for the REST API", "Exceeding the rate limit", tells of them. */
class GithubApiIT {

    private static final ApiRead.Items ITEMS =
            ApiRead.Items.all("", node -> new ApiEntry(null, "https://x.example/", "Tides", null, null, null));

    private final ApiStandIn web = new ApiStandIn();
    private final SafeFetcher fetcher = new SafeFetcher(TestSettings.onLoopback());
    private final GithubApi github = new GithubApi(settings("github.api=" + web.url("/api")));

    @AfterEach
    void close() {
        fetcher.close();
        web.close();
    }

    private Reading read(String path, Instant now) {
        return github.list(ask(fetcher, now), path, Map.of(), ITEMS);
    }

    private static Map<String, String> headers(@Nullable String line) {
        return Stream.of(line == null ? new String[0] : line.split(", "))
                .map(header -> header.split(": "))
                .collect(Collectors.toMap(header -> header[0], header -> header[1]));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            403 | x-ratelimit-remaining: 0, x-ratelimit-reset: 1795345200                  | rate-limit | 2026-11-22T11:00:00Z
            429 | x-ratelimit-remaining: 0, x-ratelimit-reset: 1795345200                  | rate-limit | 2026-11-22T11:00:00Z
            403 | retry-after: 90                                                          | rate-limit | 2026-11-22T10:01:30Z
            429 | retry-after: 90, x-ratelimit-remaining: 59, x-ratelimit-reset: 1795345200 | rate-limit | 2026-11-22T10:01:30Z
            429 |                                                                          | rate-limit | 2026-11-22T10:01:00Z
            403 | x-ratelimit-remaining: 59, x-ratelimit-reset: 1795345200                 | http-403   |
            404 |                                                                          | http-404   |
            401 |                                                                          | bad-credentials |
            """)
    void refusalsSayWhenToComeAgain(int status, @Nullable String headers, String reason, @Nullable Instant notBefore) {
        web.refuse("/api/repos/a/b/releases", status, headers(headers));

        var reading = (Reading.Failed) read("/repos/a/b/releases", NOW);

        assertThat(reading.reason()).isEqualTo(reason);
        assertThat(reading.hints().notBefore()).isEqualTo(notBefore);
    }

    @Test
    void whatOneSourceWasToldHoldsForAllOfTheSameLimit() {
        web.refuse("/api/repos/a/b/releases", 403, headers("retry-after: 90"));
        web.refuse("/api/repos/a/c/releases", 404, Map.of());
        web.refuse("/api/search/repositories", 404, Map.of());
        read("/repos/a/b/releases", NOW);

        var other = (Reading.Failed) read("/repos/a/c/releases", NOW.plusSeconds(89));

        assertThat(other.reason()).isEqualTo("rate-limit");
        assertThat(other.detail()).contains("tidings.ingest.github.token-file");
        assertThat(other.hints().notBefore()).isEqualTo(NOW.plusSeconds(90));
        assertThat(web.calls("/api/repos/a/c/releases")).isZero();
        read("/search/repositories", NOW.plusSeconds(89));
        read("/repos/a/c/releases", NOW.plusSeconds(90));
        assertThat(web.calls("/api/search/repositories")).isOne();
        assertThat(web.calls("/api/repos/a/c/releases")).isOne();
    }

    @Test
    void noneWaitsForMoreThanADayWhateverOneWasTold() {
        web.refuse("/api/repos/a/b/releases", 429, headers("retry-after: 9999999999"));
        read("/repos/a/b/releases", NOW);

        read("/repos/a/b/releases", NOW.plus(Duration.ofHours(24)).minusMillis(1));
        assertThat(web.calls("/api/repos/a/b/releases")).isOne();
        read("/repos/a/b/releases", NOW.plus(Duration.ofHours(24)));
        assertThat(web.calls("/api/repos/a/b/releases")).isEqualTo(2);
    }
}
