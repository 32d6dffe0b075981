package app.tidings.ingest.connector;

import static app.tidings.ingest.SourceApi.text;
import static app.tidings.ingest.connector.TestApis.kind;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.ingest.IngestApplication;
import app.tidings.ingest.IngestTest;
import app.tidings.ingest.SourceApi;
import app.tidings.ingest.connector.RsshubConnector.RsshubSettings;
import app.tidings.ingest.source.AddSources;
import app.tidings.ingest.source.Source;
import app.tidings.ingest.source.SourceSettings;
import app.tidings.platform.testing.TestStore;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;

/** Connectors of an installation for which nobody has set anything, not even a token for GitHub. */
class BareConnectorsIT {

    private static final ApiStandIn WEB = new ApiStandIn();
    private static ConfigurableApplicationContext service;
    private static SourceApi sources;

    @BeforeAll
    static void start() {
        service = IngestTest.start(
                IngestApplication.builder(),
                TestStore.freshDatabaseName(),
                "--tidings.mongo.uri=" + TestStore.uri(),
                "--tidings.ingest.github.api=" + WEB.url("/api"));
        sources = new SourceApi(IngestTest.api(service));
    }

    @AfterAll
    static void close() {
        service.close();
        WEB.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {kind: 'rsshub', route: '/tides/index'}              | tidings.ingest.rsshub is not set
            {kind: 'npm', project: 'clock'}                      | tidings.ingest.npm.registry and tidings.ingest.npm.page are not both set
            {kind: 'maven', groupId: 'tides', artifactId: 'clock'} | tidings.ingest.maven.repository is not set
            {kind: 'reddit', subreddit: 'python'}                | tidings.ingest.reddit.client-id and tidings.ingest.reddit.secret-file are not set
            """)
    void refusesAKindForWhichAnAddressOrASecretIsMissing(String connector, String missing) {
        var answer = sources.add("bare", kind(connector));

        assertThat(answer).containsEntry("status", 400);
        assertThat(text(answer, "detail")).endsWith(missing);
    }

    @Test
    void refusesSuchAKindInAListAsWell() {
        var settings =
                "{\"connector\": {\"kind\": \"rsshub\", \"route\": \"/tides/index\"}, \"name\": \"Tides\", \"weight\": 50}";
        var list =
                "<opml version='2.0' xmlns:tidings='https://tidings.app/ns/opml'><body><outline text='Tides' tidings:settings='%s'/></body></opml>"
                        .formatted(settings);

        var answer = SourceApi.object(sources.client()
                .post()
                .uri("/api/v1/sources/imports?publication=bare&dry-run=true")
                .contentType(new MediaType("text", "x-opml", UTF_8))
                .body(list)
                .exchange());

        assertThat(answer).containsEntry("added", 0).containsEntry("refused", 1);
        assertThat(text(answer, "refusals")).contains("tidings.ingest.rsshub is not set");
    }

    @Test
    void saysOfASourceThatWasThereBeforeWhichSettingIsGone() {
        var settings = SourceSettings.of("Tides", new RsshubSettings("/tides/index"));
        var draft = (Source.Draft.Good) Source.draft("bare", settings, Instant.now());
        service.getBean(AddSources.class).run(draft.source());
        var id = draft.source().id();

        assertThat(sources.awaitPoll(id, each -> true)).containsEntry("reason", "not-configured");
        var why = sources.why(id);
        assertThat(text(why, "sentence")).contains("tidings.ingest.rsshub is not set");
        assertThat(text(why, "advice")).contains("tell those who run this installation");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {kind: 'github-releases', repository: 'tides/clock'} | /api/repos/tides/clock/releases | 403
            {kind: 'github-search', topic: 'tides'}              | /api/search/repositories        | 429
            """)
    void comesNotBackToGithubBeforeItMay(String connector, String path, int status) {
        var until = Instant.now().plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.SECONDS);
        var primary = Map.of("x-ratelimit-remaining", "0", "x-ratelimit-reset", "" + until.getEpochSecond());
        WEB.refuse(path, status, status == 403 ? primary : Map.of("retry-after", "7200"));

        var id = text(sources.add("bare", kind(connector)), "id");

        assertThat(sources.awaitPoll(id, each -> true)).containsEntry("reason", "rate-limit");
        assertThat(Instant.parse(text(sources.get(id), "nextPollAt"))).isAfterOrEqualTo(until);
        var why = sources.why(id);
        assertThat(text(why, "sentence")).contains("with a token it allows more (tidings.ingest.github.token-file)");
        assertThat(text(why, "advice")).startsWith("nothing: we wait as long as it asks");
    }
}
