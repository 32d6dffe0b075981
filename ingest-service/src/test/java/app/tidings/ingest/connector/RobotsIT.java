package app.tidings.ingest.connector;

import static app.tidings.ingest.FeedServer.say;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.ingest.Canary;
import app.tidings.ingest.FeedServer;
import app.tidings.platform.fetch.SafeFetcher;
import app.tidings.platform.fetch.SpecialHosts;
import app.tidings.platform.fetch.TestSettings;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobotsIT {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String RULES = "user-agent: tidings\ndisallow: /private";

    private final FeedServer web = new FeedServer();
    private final SafeFetcher fetcher = new SafeFetcher(TestSettings.onLoopback());
    private final Robots robots = new Robots(TestSettings.with());

    @AfterEach
    void close() {
        fetcher.close();
        web.close();
    }

    private boolean allows(String path, Instant now) {
        var ask = new Ask("127.0.0.1", Validators.NONE, RequestSettings.NONE, fetcher::fetch, now);
        return robots.objection(URI.create(web.url(path)), ask).isEmpty();
    }

    @Test
    void areAskedForOnceADay() {
        web.on("/robots.txt", exchange -> say(exchange, 200, RULES));

        assertThat(allows("/private", NOW)).isFalse();
        assertThat(allows("/public", NOW.plus(Duration.ofHours(24)).minusMillis(1)))
                .isTrue();
        assertThat(web.requests("/robots.txt")).hasSize(1);

        allows("/public", NOW.plus(Duration.ofHours(24)));
        assertThat(web.requests("/robots.txt")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"404, true", "403, true", "401, true", "500, false", "503, false", "429, false"})
    void whichAreNotThereAllowAllAndWhichGiveNoAnswerNothing(int status, boolean allowed) {
        web.on("/robots.txt", exchange -> say(exchange, status, RULES));

        assertThat(allows("/page", NOW)).isEqualTo(allowed);
    }

    @Test
    void areFollowedWhereTheyHaveMoved() {
        web.on("/robots.txt", exchange -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere.txt");
            exchange.sendResponseHeaders(301, -1);
        });
        web.on("/elsewhere.txt", exchange -> say(exchange, 200, RULES));

        assertThat(allows("/private", NOW)).isFalse();
    }

    @Test
    void holdAsTheyWereSaidLastWhileTheSiteIsAway() {
        web.on("/robots.txt", exchange -> say(exchange, 200, RULES));
        allows("/public", NOW);
        web.on("/robots.txt", exchange -> say(exchange, 500, ""));
        var dayLater = NOW.plus(Duration.ofDays(1));

        assertThat(allows("/public", dayLater)).isTrue();
        assertThat(allows("/private", dayLater)).isFalse();
    }

    @Test
    void countAsNoneWhereTheyHaveGivenNoAnswerForAMonth() {
        web.on("/robots.txt", exchange -> say(exchange, 500, ""));

        assertThat(allows("/page", NOW)).isFalse();
        assertThat(allows("/page", NOW.plus(Duration.ofDays(30)))).isFalse();
        assertThat(allows("/page", NOW.plus(Duration.ofDays(30)).plus(Duration.ofHours(1))))
                .isTrue();
    }

    /** 127.0.0.2 is public here; all else of this machine is inside. */
    @Test
    void areNeverReadFromInside() {
        try (var canary = new Canary();
                var site = new FeedServer(InetAddress.ofLiteral("127.0.0.2"));
                var safe = new SafeFetcher(
                        TestSettings.with("allowed-private=127.0.0.2/32", "extra-ports=" + canary.port()))) {
            var ask = new Ask("127.0.0.2", Validators.NONE, RequestSettings.NONE, safe::fetch, NOW);
            for (var host : SpecialHosts.ALL) {
                var inside = "http://%s:%d/".formatted(host, canary.port());
                site.on("/robots.txt", exchange -> {
                    exchange.getResponseHeaders().set("Location", new String(inside.getBytes(UTF_8), ISO_8859_1));
                    exchange.sendResponseHeaders(302, -1);
                });
                var fresh = new Robots(TestSettings.with());
                assertThat(fresh.objection(URI.create(site.url("/page")), ask)).isPresent();
                assertThat(fresh.objection(URI.create(inside), ask)).isPresent();
            }
            assertThat(site.requests("/robots.txt")).hasSize(SpecialHosts.ALL.size());
            assertThat(canary.callers()).isEmpty();
        }
    }

    @Test
    void ofOneSiteSayNothingOfAnother() {
        web.on("/robots.txt", exchange -> say(exchange, 200, "user-agent: *\ndisallow: /"));
        try (var other = new FeedServer()) {
            assertThat(allows("/page", NOW)).isFalse();
            assertThat(robots.objection(
                            URI.create(other.url("/page")),
                            new Ask("127.0.0.1", Validators.NONE, RequestSettings.NONE, fetcher::fetch, NOW)))
                    .isEmpty();
        }
    }
}
