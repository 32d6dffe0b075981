package app.tidings.ingest.connector;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.ingest.connector.HtmlPageConnector.HtmlPageSettings;
import app.tidings.ingest.connector.JsonPathConnector.JsonPathSettings;
import app.tidings.platform.fetch.Body;
import app.tidings.platform.fetch.Fetched.Answer;
import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;

/** Whatever sites and APIs answer, in their bodies and headers; how to search stands at {@code FeedFuzzTest}. */
class AnswersFuzzTest {

    private static final Instant NOW = Instant.parse("2026-11-28T00:00:00Z");
    private static final URI PLACE = URI.create("https://a.example/b/c");
    private static final int MAX_TEXT = 16_000;

    @FuzzTest(maxDuration = "10m")
    void readsAnyPageBySelectorsOrRefusesThem(FuzzedDataProvider data) {
        var settings = new HtmlPageSettings(
                PLACE,
                data.consumeString(60),
                data.consumeString(30),
                null,
                data.consumeString(20),
                data.consumeString(20));
        if (settings.fault() == null) {
            var page = Jsoup.parse(data.consumeRemainingAsString(), PLACE.toString());
            new PageEntries(settings).in(page).forEach(AnswersFuzzTest::canBeKept);
        }
    }

    @FuzzTest(maxDuration = "10m")
    void readsAnyJsonByPathsOrRefusesThem(FuzzedDataProvider data) {
        var settings = new JsonPathSettings(
                PLACE,
                data.consumeString(30),
                data.consumeString(20),
                data.consumeString(20),
                null,
                data.consumeString(20),
                null);
        var root = ApiRead.parse(answer(data.consumeRemainingAsBytes(), Map.of()));
        if (settings.fault() == null && root != null) {
            JsonPathConnector.entries(root, settings, PLACE).forEach(AnswersFuzzTest::canBeKept);
        }
    }

    @FuzzTest(maxDuration = "10m")
    void readsAnyRobots(FuzzedDataProvider data) {
        var path = "/" + data.consumeString(100);
        var rules = RobotsRules.of(data.consumeRemainingAsBytes(), "Tidings");

        assertThat(rules.allow("/robots.txt")).isTrue();
        assertThat(rules.allow(path)).isEqualTo(rules.allow(path));
    }

    @FuzzTest(maxDuration = "10m")
    void readsAnyHeaders(FuzzedDataProvider data) {
        var headers = Map.of(
                "retry-after", data.consumeString(40),
                "cache-control", data.consumeString(60),
                "age", data.consumeString(20),
                "x-ratelimit-remaining", data.consumeString(10),
                "x-ratelimit-reset", data.consumeRemainingAsString());

        var hints = Hints.of(answer(new byte[0], headers), NOW);

        if (hints.notBefore() != null) {
            assertThat(Date.from(hints.notBefore())).isNotNull();
        }
        assertThat(hints.freshFor() == null || hints.freshFor().isPositive()).isTrue();
    }

    @FuzzTest(maxDuration = "10m")
    void readsAnySchedule(byte[] feed) {
        assertThat(Schedule.of(feed).firstAllowed(NOW)).isBetween(NOW, NOW.plusSeconds(8L * 24 * 3600));
    }

    private static void canBeKept(ApiEntry entry) {
        var kept = entry.toFeedEntry();
        assertThat(kept.title().raw().length()).isLessThanOrEqualTo(MAX_TEXT);
        assertThat(kept.summary().raw().length()).isLessThanOrEqualTo(MAX_TEXT);
        if (entry.publishedAt() != null) {
            assertThat(Date.from(entry.publishedAt())).isNotNull();
        }
    }

    private static Answer answer(byte[] body, Map<String, String> headers) {
        return new Answer(200, PLACE, List.of(), null, headers, Body.of(body), null, null);
    }
}
