package app.tidings.ingest.connector;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.ingest.Canary;
import app.tidings.ingest.FeedServer;
import app.tidings.ingest.connector.ArxivConnector.ArxivSettings;
import app.tidings.ingest.connector.GithubReleasesConnector.GithubReleasesSettings;
import app.tidings.ingest.connector.GithubSearchConnector.GithubSearchSettings;
import app.tidings.ingest.connector.HackerNewsConnector.HackerNewsSettings;
import app.tidings.ingest.connector.LobstersConnector.LobstersSettings;
import app.tidings.ingest.connector.MastodonConnector.MastodonSettings;
import app.tidings.ingest.connector.MavenConnector.MavenSettings;
import app.tidings.ingest.connector.NpmConnector.NpmSettings;
import app.tidings.ingest.connector.PypiConnector.PypiSettings;
import app.tidings.ingest.connector.RedditConnector.RedditSettings;
import app.tidings.ingest.connector.RsshubConnector.RsshubSettings;
import app.tidings.ingest.connector.V2exConnector.V2exSettings;
import app.tidings.ingest.connector.YoutubeChannelConnector.YoutubeChannelSettings;
import app.tidings.platform.fetch.SafeFetcher;
import app.tidings.platform.fetch.TestSettings;
import app.tidings.platform.testing.TestFiles;
import java.net.InetAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is written into a source's settings, its connector asks the configured API, below its path, and nobody else. */
class OnlyConfiguredHostsIT {

    private static final int TRIES = 2_000;
    private static final int MOST_ASKED = 60;

    private static final Canary ELSEWHERE = new Canary();
    private static final FeedServer API = new FeedServer(InetAddress.ofLiteral("127.0.0.2"));
    private static final SafeFetcher FETCHER = new SafeFetcher(TestSettings.onLoopback());
    private static final URI BASE = URI.create(API.url("/base"));
    private static final ApiSettings SETTINGS = TestApis.settings(Stream.concat(
                    Stream.of(
                                    "apis.hacker-news",
                                    "apis.reddit",
                                    "apis.lobsters",
                                    "apis.youtube",
                                    "apis.arxiv",
                                    "apis.pypi",
                                    "apis.v2ex",
                                    "github.api",
                                    "reddit.api",
                                    "npm.registry",
                                    "maven.repository",
                                    "rsshub")
                            .map(setting -> setting + "=" + BASE),
                    Stream.of(
                            "npm.page=https://packages.example/{package}/{version}",
                            "reddit.client-id=app",
                            "reddit.secret-file=" + TestFiles.with("secret")))
            .toArray(String[]::new));
    private static final Connectors CONNECTORS = new Connectors(List.of(
            new FeedConnector(),
            new HtmlPageConnector(new Robots(TestSettings.with())),
            new JsonPathConnector(),
            new PodcastConnector(),
            new HackerNewsConnector(SETTINGS),
            new RedditConnector(new RedditApi(SETTINGS)),
            new LobstersConnector(SETTINGS),
            new GithubReleasesConnector(new GithubApi(SETTINGS)),
            new GithubSearchConnector(new GithubApi(SETTINGS)),
            new YoutubeChannelConnector(SETTINGS),
            new ArxivConnector(SETTINGS),
            new PypiConnector(SETTINGS),
            new V2exConnector(SETTINGS),
            new RsshubConnector(SETTINGS),
            new NpmConnector(SETTINGS),
            new MavenConnector(SETTINGS),
            new MastodonConnector()));

    private static final List<String> PIECES = List.of(
            "..",
            ".",
            "/",
            "//",
            "\\",
            "@",
            ":",
            "#",
            "?",
            "&",
            ";",
            "=",
            "%",
            "%2f",
            "%2F",
            "%5c",
            "%2e",
            "%2E%2e",
            "%252e",
            "%00",
            "%0d%0a",
            "%zz",
            "\r\n",
            "\t",
            " ",
            "a",
            "tides",
            "ü",
            "潮",
            "。",
            "／",
            "．",
            "$ne",
            "{",
            "<b>",
            "\"",
            "http://",
            "127.0.0.1:" + ELSEWHERE.port(),
            "[::1]:" + ELSEWHERE.port());

    /** A field that people write into. */
    record Field(String name, Function<String, ConnectorSettings> with) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Field> fields() {
        return Stream.of(
                new Field("hacker-news query", text -> new HackerNewsSettings(text, null, null)),
                new Field("subreddit", text -> new RedditSettings(text, null, null)),
                new Field("lobsters tag", text -> new LobstersSettings(text, null, null)),
                new Field("owner", text -> new GithubReleasesSettings(text + "/clock", null)),
                new Field("repository", text -> new GithubReleasesSettings("tides/" + text, null)),
                new Field("topic", text -> new GithubSearchSettings(text, null, null, null, null)),
                new Field("language", text -> new GithubSearchSettings(null, text, null, null, null)),
                new Field("channel", YoutubeChannelSettings::new),
                new Field("arxiv query", ArxivSettings::new),
                new Field("pypi project", text -> new PypiSettings(text, null)),
                new Field("npm project", text -> new NpmSettings(text, null)),
                new Field("npm scope", text -> new NpmSettings("@" + text + "/clock", null)),
                new Field("groupId", text -> new MavenSettings(text, "clock", null)),
                new Field("artifactId", text -> new MavenSettings("tides", text, null)),
                new Field("node", V2exSettings::new),
                new Field("route", RsshubSettings::new),
                new Field("rest of a route", text -> new RsshubSettings("/" + text)),
                new Field("mastodon tag", text -> new MastodonSettings(BASE, text, null)),
                new Field("mastodon account", text -> new MastodonSettings(BASE, null, text)));
    }

    @BeforeAll
    static void giveTokens() {
        API.on(
                "/base/api/v1/access_token",
                exchange -> FeedServer.say(
                        exchange, 200, "{\"access_token\": \"t\", \"token_type\": \"bearer\", \"expires_in\": 3600}"));
    }

    @AfterAll
    static void close() {
        FETCHER.close();
        API.close();
        ELSEWHERE.close();
    }

    @ParameterizedTest
    @MethodSource("fields")
    void nothingThatIsWrittenIntoAFieldLeadsElsewhere(Field field) {
        var before = API.requests().size();
        hostile()
                .map(field.with())
                .filter(settings -> settings.fault() == null)
                .limit(MOST_ASKED)
                .forEach(settings -> CONNECTORS.read(
                        settings,
                        new Ask(
                                settings.host(),
                                Validators.NONE,
                                RequestSettings.NONE,
                                FETCHER::fetch,
                                Instant.now())));

        assertThat(API.requests().subList(before, API.requests().size()))
                .isNotEmpty()
                .allSatisfy(request -> {
                    assertThat(request.path()).startsWith("/base/");
                    assertThat(request.path().split("[/\\\\]", -1)).doesNotContain("..");
                });
        assertThat(ELSEWHERE.callers()).isEmpty();
    }

    private static Stream<String> hostile() {
        var random = new Random(8);
        return Stream.concat(
                Stream.of("tides", "UC0123456789012345678901", "/tides", "/%2e%2e/tides", "/a/%2e%2e%2ftides"),
                Stream.generate(() -> random.ints(1 + random.nextInt(5), 0, PIECES.size())
                                .mapToObj(PIECES::get)
                                .reduce("", String::concat))
                        .limit(TRIES));
    }
}
