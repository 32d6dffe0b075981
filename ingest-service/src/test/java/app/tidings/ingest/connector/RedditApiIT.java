package app.tidings.ingest.connector;

import static app.tidings.ingest.connector.TestApis.NOW;
import static app.tidings.ingest.connector.TestApis.ask;
import static app.tidings.ingest.connector.TestApis.settings;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.platform.fetch.SafeFetcher;
import app.tidings.platform.fetch.TestSettings;
import app.tidings.platform.testing.TestFiles;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reddit's tokens, as its wiki, "OAuth2", "Application Only OAuth", tells of them. */
class RedditApiIT {

    private static final String TOKENS = "/reddit/api/v1/access_token";
    private static final String LISTING = "/oauth/r/tides/hot";

    private final ApiStandIn web = new ApiStandIn()
            .onTokens(TOKENS)
            .on(LISTING, Set.of(), "application/json", "{\"data\": {\"children\": []}}");
    private final SafeFetcher fetcher = new SafeFetcher(TestSettings.onLoopback());

    @AfterEach
    void close() {
        fetcher.close();
        web.close();
    }

    private RedditApi api(String secret) {
        return new RedditApi(settings(
                "apis.reddit=" + web.url("/reddit"),
                "reddit.api=" + web.url("/oauth"),
                "reddit.client-id=" + ApiStandIn.APP,
                "reddit.secret-file=" + TestFiles.with(secret),
                "reddit.user-agent=" + ApiStandIn.USER_AGENT));
    }

    private Reading read(RedditApi api, Instant now) {
        return api.list(
                ask(fetcher, now),
                "/r/tides/hot",
                Map.of(),
                ApiRead.Items.all("/data/children", node -> new ApiEntry(null, null, null, null, null, null)));
    }

    @Test
    void areKeptUntilAMinuteBeforeTheyRunOut() {
        var api = api(ApiStandIn.SECRET);

        assertThat(read(api, NOW)).isInstanceOf(Reading.Entries.class);
        assertThat(read(api, NOW.plusSeconds(3539))).isInstanceOf(Reading.Entries.class);
        assertThat(web.calls(TOKENS)).isOne();
        assertThat(read(api, NOW.plusSeconds(3540))).isInstanceOf(Reading.Entries.class);
        assertThat(web.calls(TOKENS)).isEqualTo(2);
    }

    @Test
    void areForgottenWhenRedditTakesThemNoMore() {
        var api = api(ApiStandIn.SECRET);
        read(api, NOW);
        web.refuse(LISTING, 401, Map.of());

        assertThat(((Reading.Failed) read(api, NOW)).reason()).isEqualTo("http-401");
        read(api, NOW);

        assertThat(web.calls(TOKENS)).isEqualTo(2);
    }

    @Test
    void areRefusedToAnAppThatRedditDoesNotKnow() {
        var reading = (Reading.Failed) read(api("another-secret"), NOW);

        assertThat(reading.reason()).isEqualTo("bad-credentials");
        assertThat(reading.detail()).contains("tidings.ingest.reddit.secret-file");
        assertThat(web.calls(LISTING)).isZero();
    }

    @Test
    void areNoTokensWhereTheAnswerHoldsNone() {
        web.on(TOKENS, Set.of(), "application/json", "{\"error\": \"unsupported_grant_type\"}");

        assertThat(((Reading.Failed) read(api(ApiStandIn.SECRET), NOW)).reason())
                .isEqualTo("unexpected-content");
    }
}
