package app.tidings.ingest.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tidings.contracts.Ids;
import app.tidings.contracts.LinkEvent;
import app.tidings.contracts.LinkEvent.LinkFound;
import app.tidings.ingest.IngestTest;
import app.tidings.ingest.SourceApi;
import app.tidings.platform.address.Canonical;
import app.tidings.platform.address.CanonicalUrl;
import app.tidings.platform.testing.ReadTopic;
import app.tidings.platform.testing.TestFiles;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Each kind of source, from the bytes of its API to the link on the topic. */
class ConnectorsIT extends IngestTest {

    private static final ApiStandIn WEB = new ApiStandIn();

    @DynamicPropertySource
    static void apis(DynamicPropertyRegistry registry) {
        registry.add(HEARS_OF_PUBLICATIONS, () -> false);
        for (var api : List.of("reddit", "lobsters", "youtube", "arxiv", "pypi", "v2ex")) {
            registry.add("tidings.ingest.apis." + api, () -> WEB.url("/" + api));
        }
        registry.add("tidings.ingest.apis.hacker-news", () -> WEB.url("/hn"));
        registry.add("tidings.ingest.github.api", () -> WEB.url("/github"));
        registry.add("tidings.ingest.github.token-file", () -> TestFiles.with(ApiStandIn.TOKEN + "\n"));
        registry.add("tidings.ingest.reddit.api", () -> WEB.url("/oauth"));
        registry.add("tidings.ingest.reddit.user-agent", () -> ApiStandIn.USER_AGENT);
        registry.add("tidings.ingest.npm.registry", () -> WEB.url("/npm"));
        registry.add("tidings.ingest.npm.page", () -> "https://x.example/{package}/v/{version}");
        registry.add("tidings.ingest.maven.repository", () -> WEB.url("/maven"));
        registry.add("tidings.ingest.maven.page", () -> "https://x.example/{group}/{artifact}/{version}");
        registry.add("tidings.ingest.rsshub", () -> WEB.url("/rsshub"));
        registry.add("tidings.ingest.rsshub-key-file", () -> TestFiles.with("key"));
    }

    @BeforeAll
    static void answer() {
        ApiAnswers.give(WEB);
    }

    @AfterAll
    static void close() {
        WEB.close();
    }

    /** A source's connector, with its addresses at the stand-in. */
    private static Map<String, Object> kind(String connector) {
        return TestApis.kind(connector.replace("@/", WEB.url("/")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {kind: 'html-page', pageUrl: '@/page', item: 'li.post', date: 'time', summary: 'p'} | https://x.example/page | 潮汐
            {kind: 'json-path', url: '@/list', items: '/data/posts/*', link: '/to', titlePath: '/name'} | https://x.example/json | Tides
            {kind: 'hacker-news', query: 'tides & more', minimumPoints: 100} | https://x.example/hn | Show tides
            {kind: 'reddit', subreddit: 'Python', minimumScore: 10} | https://x.example/reddit | Tides
            {kind: 'lobsters', tag: 'python'} | https://x.example/lobsters | Tides
            {kind: 'github-releases', repository: 'tides/clock'} | https://x.example/releases | tides/clock One
            {kind: 'github-search', topic: 'tides', minimumStars: 100, pushedWithinDays: 7} | https://x.example/search | tides/clock
            {kind: 'youtube-channel', channel: 'UC0123456789012345678901'} | https://x.example/youtube | Tides
            {kind: 'podcast', feedUrl: '@/podcast'} | https://x.example/podcast | Ebb
            {kind: 'mastodon', instance: '@/', account: 'ann'} | https://x.example/mastodon | Tides
            {kind: 'mastodon', instance: '@/', tag: 'tides'} | https://x.example/tag | Tides
            {kind: 'arxiv', query: 'cat:cs.PL AND ti:tides'} | https://x.example/arxiv | On tides
            {kind: 'pypi', project: 'Tides'} | https://x.example/pypi | Tides 1.0
            {kind: 'npm', project: '@tides/clock'} | https://x.example/@tides/clock/v/1.0.0 | @tides/clock 1.0.0
            {kind: 'maven', groupId: 'example.tides', artifactId: 'clock'} | https://x.example/example.tides/clock/1.0 | example.tides:clock 1.0
            {kind: 'v2ex', node: 'python'} | https://x.example/v2ex | 潮汐
            {kind: 'rsshub', route: '/tides/index'} | https://x.example/rsshub | Tides
            """)
    void givesALinkOfEachKindOfSourceAndIsToldWhenNothingChanged(String connector, String link, String title) {
        var sources = new SourceApi(api());
        var publication = aPublication();

        var id = SourceApi.text(sources.add(publication, kind(connector)), "id");
        var poll = sources.awaitPoll(id, each -> true);

        assertThat(poll).containsEntry("type", "polled");
        assertThat(SourceApi.part(poll, "counts")).containsEntry("found", 1).containsEntry("refused", 0);
        var canonical = (Canonical.Valid) CanonicalUrl.of(link);
        var key = Ids.link(publication, canonical.url().toString());
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(ReadTopic.events(LinkEvent.TOPIC, key))
                        .singleElement()
                        .isInstanceOfSatisfying(
                                LinkFound.class,
                                found -> assertThat(found.title()).isEqualTo(title)));
        var before = WEB.notModified();
        assertThat(sources.poll(id)).containsEntry("type", "unchanged");
        assertThat(WEB.notModified()).isGreaterThan(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {kind: 'html-page', pageUrl: '@/page', item: 'article'} | nothing-matched
            {kind: 'html-page', pageUrl: '@/page', item: 'p'} | no-links
            {kind: 'html-page', pageUrl: '@/list', item: 'p'} | wrong-type
            {kind: 'json-path', url: '@/none', items: '/posts/*', link: '/a', titlePath: '/b'} | nothing-matched
            {kind: 'json-path', url: '@/list', items: '/data/posts/*', link: '/a', titlePath: '/b'} | no-links
            {kind: 'json-path', url: '@/deep', items: '/*', link: '/a', titlePath: '/b'} | unreadable
            {kind: 'json-path', url: '@/number', items: '/*', link: '/a', titlePath: '/b'} | unreadable
            {kind: 'json-path', url: '@/broken', items: '/posts/*', link: '/a', titlePath: '/b'} | unreadable
            {kind: 'json-path', url: '@/login', items: '/posts/*', link: '/a', titlePath: '/b'} | login-page
            {kind: 'json-path', url: '@/none?other=1', items: '/*', link: '/a', titlePath: '/b'} | http-400
            {kind: 'hacker-news'} | http-400
            {kind: 'reddit', subreddit: 'nowhere'} | http-404
            {kind: 'npm', project: 'nothing'} | http-404
            {kind: 'maven', groupId: 'no', artifactId: 'thing'} | http-404
            {kind: 'arxiv', query: 'ti:('} | bad-query
            {kind: 'github-releases', repository: 'tides/secret'} | bad-credentials
            {kind: 'mastodon', instance: '@/', tag: '潮汐'} | http-404
            """)
    void saysWhyThereIsNothing(String connector, String reason) {
        var sources = new SourceApi(api());

        var added = sources.add(aPublication(), kind(connector));

        assertThat(sources.awaitPoll(SourceApi.text(added, "id"), each -> true)).containsEntry("reason", reason);
    }

    @Test
    void saysWhichSettingHoldsATokenThatIsNotTaken() {
        var sources = new SourceApi(api());
        var wrong = kind("{kind: 'github-releases', repository: 'tides/secret'}");
        var id = SourceApi.text(sources.add(aPublication(), wrong), "id");
        sources.awaitPoll(id, each -> true);

        var why = sources.why(id);

        assertThat(SourceApi.text(why, "sentence")).contains("tidings.ingest.github.token-file");
        assertThat(SourceApi.text(why, "advice"))
                .isEqualTo("tell those who run this installation which setting is out of date");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {kind: 'html-page', pageUrl: 'https://a.example/', item: 'p:matches(a+)'} | a selector with a regular expression
            {kind: 'html-page', pageUrl: 'https://a.example/', item: 'p['} | item is not a CSS selector
            {kind: 'json-path', url: 'https://a.example/'} | items is missing
            {kind: 'html-page', pageUrl: 'file:///etc/passwd', item: 'p'} | pageUrl is not an address
            {kind: 'json-path', url: 'gopher://a.example/', items: '/*'} | url is not an address
            {kind: 'podcast', feedUrl: 'jar:http://a.example/a.jar!/b'} | feedUrl is not an address
            {kind: 'mastodon', instance: 'ftp://m.example', tag: 'a'} | instance is not an address
            {kind: 'mastodon', instance: 'https://a@m.example', tag: 'a'} | instance is not an address
            {kind: 'mastodon', instance: 'https://m.example/?a', tag: 'b'} | instance has a query
            {kind: 'rsshub', route: '/a/../b'} | route holds . or ..
            {kind: 'rsshub', route: '/%2E%2e/b'} | route holds . or ..
            {kind: 'rsshub', route: '/a%2f..%252Fb'} | route holds . or ..
            {kind: 'rsshub', route: '/a%zz'} | route is too long or holds
            {kind: 'rsshub', route: '//evil.example/a'} | route is too long or holds
            {kind: 'github-releases', repository: 'a/..'} | repository is not of the form owner/name
            {kind: 'github-releases', repository: 'cpython'} | repository is not of the form owner/name
            {kind: 'youtube-channel', channel: '@tides'} | channel is not an id of UC
            {kind: 'lobsters', tag: 'a b'} | tag is not one tag
            {kind: 'json-path', url: 'https://a.example/', items: 'data.posts'} | items is not a path of the form /data/posts/*
            {kind: 'mastodon', instance: 'https://m.example'} | one of tag and account
            {kind: 'github-search', pushedWithinDays: 3} | all missing
            {kind: 'hacker-news', list: 'jobs'} | list is none of story
            {kind: 'npm'} | project is missing
            {kind: 'npm', project: '@tides/../clock'} | project is too long or holds
            {kind: 'maven', groupId: 'a..b', artifactId: 'c'} | groupId is not of the form org.example
            {kind: 'maven', groupId: 'a', artifactId: '..'} | artifactId is too long or holds
            {kind: 'lobsters', minimumScore: -1} | minimumScore is negative
            """)
    void refusesSettingsThatCannotBeRight(String connector, String detail) {
        var answer = new SourceApi(api()).add(aPublication(), kind(connector));

        assertThat(answer).containsEntry("status", 400);
        assertThat(SourceApi.text(answer, "detail")).contains(detail);
    }

    @Test
    void takesTheAddressOfARepositoryForItsName() {
        var pasted = kind("{kind: 'github-releases', repository: 'https://github.com/tides/clock.git'}");

        var connector = SourceApi.part(new SourceApi(api()).add(aPublication(), pasted), "connector");

        assertThat(connector).containsEntry("repository", "tides/clock");
    }

    @Test
    void comesNotBackToAnApiBeforeItsTime() {
        var sources = new SourceApi(api());
        var busy = kind("{kind: 'json-path', url: '@/busy', items: '/*', link: '/a', titlePath: '/b'}");
        var id = SourceApi.text(sources.add(aPublication(), busy), "id");
        sources.awaitPoll(id, each -> true);
        for (var call = 1; call < ApiStandIn.MOST_CALLS; call++) {
            sources.poll(id);
        }

        assertThat(sources.poll(id)).containsEntry("reason", "http-429");
        assertIsNotPolledBefore(Instant.now().plusSeconds(7_000), sources, id);
    }

    @Test
    void comesNotBackWhileItsCallsAreUsedUp() {
        var until = Instant.now().plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.SECONDS);
        WEB.refuse(
                "/api/v1/timelines/tag/busy",
                429,
                Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", until.toString()));
        var sources = new SourceApi(api());
        var busy = kind("{kind: 'mastodon', instance: '@/', tag: 'busy'}");
        var id = SourceApi.text(sources.add(aPublication(), busy), "id");

        assertThat(sources.awaitPoll(id, each -> true)).containsEntry("reason", "http-429");
        assertIsNotPolledBefore(until, sources, id);
    }

    private static void assertIsNotPolledBefore(Instant earliest, SourceApi sources, String id) {
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(Instant.parse(SourceApi.text(sources.get(id), "nextPollAt")))
                        .isAfterOrEqualTo(earliest));
    }

    @Test
    void makesThePauseThatAHostAsksFor() {
        var sources = new SourceApi(api());
        var publication = aPublication();
        var ids = Stream.of("ti:tides", "abs:tides")
                .map(query -> SourceApi.text(sources.add(publication, Map.of("kind", "arxiv", "query", query)), "id"))
                .toList();

        assertThat(ids)
                .allSatisfy(
                        id -> assertThat(sources.awaitPoll(id, each -> true)).containsEntry("type", "polled"));
    }
}
