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
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Each kind of source, from the bytes of its API to the link on the topic. */
class ConnectorsIT extends IngestTest {

    private static final String JSON = "application/json";
    private static final String XML = "application/xml";
    private static final ApiStandIn WEB = new ApiStandIn();

    private static final String STATUSES = """
            [{"id": "1", "uri": "https://m.example/1", "url": "https://m.example/@ann/1", "created_at": "2026-11-24T08:00:00.000Z",
             "content": "<p>On tides</p>", "reblog": null, "account": {"id": "109", "acct": "ann"},
             "card": {"url": "https://x.example/%s", "title": "Tides", "type": "link"}}]""";

    private static final String PAPERS = """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>ArXiv Query</title><entry><id>http://arxiv.org/abs/2611.1v1</id>
            <updated>2026-11-24T08:00:00Z</updated><published>2026-11-24T08:00:00Z</published><title>On tides</title>
            <summary>Tides.</summary><author><name>Ann</name></author>
            <link href="https://x.example/arxiv" rel="alternate" type="text/html"/>
            <link title="pdf" href="https://x.example/arxiv.pdf" rel="related" type="application/pdf"/></entry></feed>""";

    private static final String WRONG_QUERY = """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Error</title><entry>
            <id>http://arxiv.org/api/errors#incorrect_query</id><title>Error</title><summary>incorrect query</summary>
            <link href="http://arxiv.org/api/errors#incorrect_query" rel="alternate" type="text/html"/></entry></feed>""";

    @DynamicPropertySource
    static void apis(DynamicPropertyRegistry registry) {
        for (var api : List.of("reddit", "lobsters", "youtube", "arxiv", "pypi", "v2ex")) {
            registry.add("tidings.ingest.apis." + api, () -> WEB.url("/" + api));
        }
        registry.add("tidings.ingest.apis.hacker-news", () -> WEB.url("/hn"));
        registry.add("tidings.ingest.github.api", () -> WEB.url("/github"));
        registry.add("tidings.ingest.github.token-file", () -> TestFiles.with(ApiStandIn.TOKEN + "\n"));
        registry.add("tidings.ingest.reddit.api", () -> WEB.url("/oauth"));
        registry.add("tidings.ingest.reddit.client-id", () -> ApiStandIn.APP);
        registry.add("tidings.ingest.reddit.secret-file", () -> TestFiles.with(ApiStandIn.SECRET));
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
        answerAsVotedSitesDo();
        answerAsForgesDo();
        answerAsFeedsDo();
        answerAsRegistriesDo();
        // any page, any document
        WEB.on("/page", Set.of(), "text/html", """
                <title>News</title><ul><li class=post><a href="https://x.example/page">潮汐</a>
                <time datetime="2026-11-24T08:00:00Z">yesterday</time><p>About tides.</p></li></ul>""");
        WEB.on("/list", Set.of(), JSON, """
                {"data": {"posts": [{"id": 7, "name": "Tides", "to": "https://x.example/json", "at": 1795500000}]}}""");
        WEB.on("/busy", Set.of(), JSON, "[]");
        WEB.on("/none", Set.of(), JSON, "{\"posts\": []}");
        WEB.on("/broken", Set.of(), JSON, "{\"posts\": [");
        WEB.on("/login", Set.of(), JSON, "<html><input type=password></html>");
    }

    private static void answerAsVotedSitesDo() {
        // hn.algolia.com/api, "Search": the query's fields and an answer's
        WEB.on("/hn/search_by_date", Set.of("tags", "hitsPerPage", "query", "numericFilters"), JSON, """
                {"hits": [{"objectID": "41", "title": "Show tides", "url": "https://x.example/hn", "author": "ann", "points": 120,
                 "story_text": null, "num_comments": 7, "created_at": "2026-11-24T08:00:00Z", "created_at_i": 1795507200,
                 "_tags": ["story", "author_ann", "story_41"]}], "nbHits": 1, "page": 0, "nbPages": 1, "hitsPerPage": 100}""");
        // www.reddit.com/dev/api, "listings" and "GET [/r/subreddit]/hot"; github.com/reddit-archive/reddit/wiki/JSON,
        // "Link"
        WEB.onTokens("/reddit/api/v1/access_token");
        WEB.on("/oauth/r/Python/hot", Set.of("limit", "raw_json"), JSON, """
                {"kind": "Listing", "data": {"after": null, "before": null, "children": [
                 {"kind": "t3", "data": {"name": "t3_a", "title": "Rules", "stickied": true, "score": 900, "permalink": "/r/Python/a"}},
                 {"kind": "t3", "data": {"name": "t3_b", "title": "Tides", "url": "https://x.example/reddit", "is_self": false,
                  "score": 50, "num_comments": 3, "permalink": "/r/Python/b", "author": "bo", "created_utc": 1795500000.0}},
                 {"kind": "t3", "data": {"name": "t3_c", "title": "Few votes", "url": "https://x.example/few", "score": 9}}]}}""");
        // github.com/lobsters/lobsters, app/models/story.rb, as_json
        WEB.on("/lobsters/t/python.json", Set.of(), JSON, """
                [{"short_id": "abcdef", "short_id_url": "https://lobste.rs/s/abcdef", "title": "Tides", "url": "https://x.example/lobsters",
                 "score": 12, "flags": 0, "comment_count": 2, "description": "", "description_plain": "", "user_is_author": false,
                 "comments_url": "https://lobste.rs/s/abcdef/tides", "submitter_user": "cy", "created_at": "2026-11-24T02:00:00.000-06:00",
                 "tags": ["python"]}]""");
        // www.v2ex.com/p/7v9TEc53, "主题"; the limit of calls: www.v2ex.com/help/api, "API Rate Limit"
        WEB.on("/v2ex/api/topics/show.json", Set.of("node_name"), JSON, """
                [{"id": 9, "title": "潮汐", "url": "https://x.example/v2ex", "content": "正文", "content_rendered": "<p>正文</p>",
                 "replies": 1, "created": 1795500000, "last_modified": 1795500000, "last_touched": 1795500060,
                 "member": {"id": 5, "username": "fei"}, "node": {"id": 90, "name": "python"}}]""");
        // docs.joinmastodon.org/methods/accounts, "Lookup account ID from Webfinger address" and "Get account's
        // statuses";
        // docs.joinmastodon.org/methods/timelines, "View hashtag timeline"; entities/Status, entities/PreviewCard
        WEB.on("/api/v1/accounts/lookup", Set.of("acct"), JSON, """
                {"id": "109", "username": "ann", "acct": "ann"}""");
        WEB.on(
                "/api/v1/accounts/109/statuses",
                Set.of("exclude_replies", "limit"),
                JSON,
                STATUSES.formatted("mastodon"));
        WEB.on("/api/v1/timelines/tag/tides", Set.of("limit"), JSON, STATUSES.formatted("tag"));
    }

    private static void answerAsForgesDo() {
        // docs.github.com/en/rest/releases/releases, "List releases"
        WEB.on("/github/repos/tides/clock/releases", Set.of("per_page"), JSON, """
                [{"node_id": "R_2", "html_url": "https://x.example/rc", "tag_name": "v2rc", "draft": false, "prerelease": true},
                 {"node_id": "R_1", "html_url": "https://x.example/releases", "tag_name": "v1", "name": "One", "body": "New.",
                  "draft": false, "prerelease": false, "published_at": "2026-11-24T08:00:00Z", "author": {"login": "di"}}]""");
        // docs.github.com/en/rest/search/search, "Search repositories"
        WEB.on("/github/search/repositories", Set.of("q", "sort", "order", "per_page"), JSON, """
                {"total_count": 1, "incomplete_results": false, "items": [{"node_id": "MD", "full_name": "tides/clock",
                 "html_url": "https://x.example/search", "description": "A clock", "stargazers_count": 900, "owner": {"login": "tides"}}]}""");
        // docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api, "401 Unauthorized"
        WEB.refuse("/github/repos/tides/secret/releases", 401, Map.of());
    }

    private static void answerAsFeedsDo() {
        // developers.google.com/youtube/v3/guides/push_notifications, the example of a notification
        WEB.on("/youtube/feeds/videos.xml", Set.of("channel_id"), XML, """
                <feed xmlns:yt="http://www.youtube.com/xml/schemas/2015" xmlns="http://www.w3.org/2005/Atom"><title>Tides</title>
                <entry><id>yt:video:VIDEO_ID</id><yt:videoId>VIDEO_ID</yt:videoId><yt:channelId>CHANNEL_ID</yt:channelId><title>Tides</title>
                <link rel="alternate" href="https://x.example/youtube"/><author><name>Ann</name></author>
                <published>2026-11-24T08:00:00+00:00</published><updated>2026-11-24T09:00:00+00:00</updated></entry></feed>""");
        // help.apple.com/itc/podcasts_connect, "A Podcaster’s Guide to RSS", "Episode tags"
        WEB.on("/podcast", Set.of(), XML, """
                <rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title>Tides</title>
                <item><guid isPermaLink="false">e1</guid><title>Ebb</title><link>https://x.example/podcast</link>
                <description>On ebb.</description><itunes:duration>3725</itunes:duration></item></channel></rss>""");
        // info.arxiv.org/help/api/user-manual.html, 3.3.2 "Entry Metadata" and 3.4 "Errors"; the pause:
        // info.arxiv.org/help/api/tou.html
        WEB.slowly("/arxiv/api/query", Duration.ofSeconds(3));
        WEB.on(
                "/arxiv/api/query",
                Set.of("search_query", "sortBy", "sortOrder", "max_results"),
                "application/atom+xml",
                query -> query.getOrDefault("search_query", "").contains("tides") ? PAPERS : WRONG_QUERY);
        // docs.rsshub.app/guide and docs.rsshub.app/deploy/config, "Access Control"
        WEB.on("/rsshub/tides/index", Set.of("key"), XML, """
                <rss version="2.0"><channel><title>Tides</title><item><title>Tides</title><link>https://x.example/rsshub</link>
                </item></channel></rss>""");
    }

    private static void answerAsRegistriesDo() {
        // docs.pypi.org/api/feeds, "Project Releases Feed", and the feed of any project
        WEB.on("/pypi/rss/project/tides/releases.xml", Set.of(), XML, """
                <rss version="2.0"><channel><title>PyPI recent updates for Tides</title><link>https://pypi.org/project/tides/</link>
                <item><title>2.0rc1</title><link>https://x.example/pypi/2.0rc1/</link><pubDate>Tue, 24 Nov 2026 09:00:00 GMT</pubDate></item>
                <item><title>1.0</title><link>https://x.example/pypi</link><description>Tells the tide</description>
                <author>ann@x.example</author><pubDate>Tue, 24 Nov 2026 08:00:00 GMT</pubDate></item></channel></rss>""");
        // github.com/npm/registry, docs/responses/package-metadata.md, "Full metadata format"
        WEB.on("/npm/@tides%2fclock", Set.of(), JSON, """
                {"_id": "@tides/clock", "name": "@tides/clock", "description": "A clock", "dist-tags": {"latest": "1.0.0"},
                 "versions": {"1.0.0": {"name": "@tides/clock", "version": "1.0.0"}, "2.0.0-rc.1": {}},
                 "time": {"created": "2026-11-23T08:00:00.000Z", "modified": "2026-11-24T08:00:00.000Z",
                  "1.0.0": "2026-11-24T08:00:00.000Z", "2.0.0-rc.1": "2026-11-24T09:00:00.000Z"}}""");
        // maven.apache.org/ref/current/maven-repository-metadata/repository-metadata.html
        WEB.on("/maven/example/tides/clock/maven-metadata.xml", Set.of(), XML, """
                <metadata><groupId>example.tides</groupId><artifactId>clock</artifactId><versioning><latest>1.1-M1</latest>
                <release>1.0</release><versions><version>1.0</version><version>1.1-M1</version></versions>
                <lastUpdated>20261124080000</lastUpdated></versioning></metadata>""");
    }

    @AfterAll
    static void close() {
        WEB.close();
    }

    /** A source, its link and the link's title, or why there are none. */
    record Row(String connector, String link, String title) {

        Map<String, Object> kind() {
            return TestApis.kind(connector.replace("@/", WEB.url("/")));
        }

        @Override
        public String toString() {
            return connector;
        }
    }

    private static Row row(String link, String title, String connector) {
        return new Row(connector, link, title);
    }

    private static Row fault(String reason, String connector) {
        return new Row(connector, "", reason);
    }

    private static Stream<Row> kinds() {
        return Stream.of(
                row(
                        "https://x.example/page",
                        "潮汐",
                        "{kind: 'html-page', pageUrl: '@/page', item: 'li.post', date: 'time', summary: 'p'}"),
                row(
                        "https://x.example/json",
                        "Tides",
                        "{kind: 'json-path', url: '@/list', items: '/data/posts/*', link: '/to', titlePath: '/name', date: '/at'}"),
                row(
                        "https://x.example/hn",
                        "Show tides",
                        "{kind: 'hacker-news', query: 'tides & more', minimumPoints: 100}"),
                row("https://x.example/reddit", "Tides", "{kind: 'reddit', subreddit: 'Python', minimumScore: 10}"),
                row("https://x.example/lobsters", "Tides", "{kind: 'lobsters', tag: 'python'}"),
                row(
                        "https://x.example/releases",
                        "tides/clock One",
                        "{kind: 'github-releases', repository: 'tides/clock'}"),
                row(
                        "https://x.example/search",
                        "tides/clock",
                        "{kind: 'github-search', topic: 'tides', minimumStars: 100, pushedWithinDays: 7}"),
                row(
                        "https://x.example/youtube",
                        "Tides",
                        "{kind: 'youtube-channel', channel: 'UC0123456789012345678901'}"),
                row("https://x.example/podcast", "Ebb", "{kind: 'podcast', feedUrl: '@/podcast'}"),
                row("https://x.example/mastodon", "Tides", "{kind: 'mastodon', instance: '@/', account: 'ann'}"),
                row("https://x.example/tag", "Tides", "{kind: 'mastodon', instance: '@/', tag: 'tides'}"),
                row("https://x.example/arxiv", "On tides", "{kind: 'arxiv', query: 'cat:cs.PL AND ti:tides'}"),
                row("https://x.example/pypi", "Tides 1.0", "{kind: 'pypi', project: 'Tides'}"),
                row(
                        "https://x.example/@tides/clock/v/1.0.0",
                        "@tides/clock 1.0.0",
                        "{kind: 'npm', project: '@tides/clock'}"),
                row(
                        "https://x.example/example.tides/clock/1.0",
                        "example.tides:clock 1.0",
                        "{kind: 'maven', groupId: 'example.tides', artifactId: 'clock'}"),
                row("https://x.example/v2ex", "潮汐", "{kind: 'v2ex', node: 'python'}"),
                row("https://x.example/rsshub", "Tides", "{kind: 'rsshub', route: '/tides/index'}"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void givesALinkOfEachKindOfSourceAndIsToldWhenNothingChanged(Row row) {
        var sources = new SourceApi(api());
        var publication = aPublication();

        var id = SourceApi.text(sources.add(publication, row.kind()), "id");
        var poll = sources.awaitPoll(id, each -> true);

        assertThat(poll).containsEntry("type", "polled");
        assertThat(SourceApi.part(poll, "counts")).containsEntry("found", 1).containsEntry("refused", 0);
        var canonical = (Canonical.Valid) CanonicalUrl.of(row.link());
        var key = Ids.link(publication, canonical.url().toString());
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(ReadTopic.events(LinkEvent.TOPIC, key))
                        .singleElement()
                        .isInstanceOfSatisfying(
                                LinkFound.class,
                                found -> assertThat(found.title()).isEqualTo(row.title())));
        var before = WEB.notModified();
        assertThat(sources.poll(id)).containsEntry("type", "unchanged");
        assertThat(WEB.notModified()).isGreaterThan(before);
    }

    private static Stream<Row> faults() {
        return Stream.of(
                fault("nothing-matched", "{kind: 'html-page', pageUrl: '@/page', item: 'article'}"),
                fault("no-links", "{kind: 'html-page', pageUrl: '@/page', item: 'p'}"),
                fault("wrong-type", "{kind: 'html-page', pageUrl: '@/list', item: 'p'}"),
                fault(
                        "nothing-matched",
                        "{kind: 'json-path', url: '@/none', items: '/posts/*', link: '/a', titlePath: '/b'}"),
                fault(
                        "no-links",
                        "{kind: 'json-path', url: '@/list', items: '/data/posts/*', link: '/a', titlePath: '/b'}"),
                fault(
                        "unreadable",
                        "{kind: 'json-path', url: '@/broken', items: '/posts/*', link: '/a', titlePath: '/b'}"),
                fault(
                        "login-page",
                        "{kind: 'json-path', url: '@/login', items: '/posts/*', link: '/a', titlePath: '/b'}"),
                fault(
                        "http-400",
                        "{kind: 'json-path', url: '@/none?other=1', items: '/*', link: '/a', titlePath: '/b'}"),
                fault("http-400", "{kind: 'hacker-news'}"),
                fault("http-404", "{kind: 'reddit', subreddit: 'nowhere'}"),
                fault("http-404", "{kind: 'npm', project: 'nothing'}"),
                fault("http-404", "{kind: 'maven', groupId: 'no', artifactId: 'thing'}"),
                fault("bad-query", "{kind: 'arxiv', query: 'ti:('}"),
                fault("bad-credentials", "{kind: 'github-releases', repository: 'tides/secret'}"),
                fault("http-404", "{kind: 'mastodon', instance: '@/', tag: '潮汐'}"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void saysWhyThereIsNothing(Row row) {
        var sources = new SourceApi(api());

        var added = sources.add(aPublication(), row.kind());

        assertThat(sources.awaitPoll(SourceApi.text(added, "id"), each -> true)).containsEntry("reason", row.title());
    }

    @Test
    void saysWhichSettingHoldsATokenThatIsNotTaken() {
        var sources = new SourceApi(api());
        var wrong = TestApis.kind("{kind: 'github-releases', repository: 'tides/secret'}");
        var id = SourceApi.text(sources.add(aPublication(), wrong), "id");
        sources.awaitPoll(id, each -> true);

        var why = sources.why(id);

        assertThat(SourceApi.text(why, "sentence")).contains("tidings.ingest.github.token-file");
        assertThat(SourceApi.text(why, "advice"))
                .isEqualTo("tell those who run this installation which setting is out of date");
    }

    private static Stream<Row> unfit() {
        return Stream.of(
                fault(
                        "a selector with a regular expression",
                        "{kind: 'html-page', pageUrl: 'https://a.example/', item: 'p:matches(a+)'}"),
                fault("item is not a CSS selector", "{kind: 'html-page', pageUrl: 'https://a.example/', item: 'p['}"),
                fault("items is missing", "{kind: 'json-path', url: 'https://a.example/'}"),
                fault("route is too long or holds", "{kind: 'rsshub', route: '/a/../b'}"),
                fault("route is too long or holds", "{kind: 'rsshub', route: '//evil.example/a'}"),
                fault("repository is too long or holds", "{kind: 'github-releases', repository: 'a/..'}"),
                fault("one of tag and account", "{kind: 'mastodon', instance: 'https://m.example'}"),
                fault("all missing", "{kind: 'github-search', pushedWithinDays: 3}"),
                fault("list is none of story", "{kind: 'hacker-news', list: 'jobs'}"),
                fault("project is missing", "{kind: 'npm'}"),
                fault("project is too long or holds", "{kind: 'npm', project: '@tides/../clock'}"),
                fault("groupId is too long or holds", "{kind: 'maven', groupId: 'a..b', artifactId: 'c'}"),
                fault("artifactId is too long or holds", "{kind: 'maven', groupId: 'a', artifactId: '..'}"),
                fault("minimumScore is negative", "{kind: 'lobsters', minimumScore: -1}"));
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void refusesSettingsThatCannotBeRight(Row row) {
        var answer = new SourceApi(api()).add(aPublication(), row.kind());

        assertThat(answer).containsEntry("status", 400);
        assertThat(SourceApi.text(answer, "detail")).contains(row.title());
    }

    @Test
    void comesNotBackToAnApiBeforeItsTime() {
        var sources = new SourceApi(api());
        var busy = row("", "", "{kind: 'json-path', url: '@/busy', items: '/*', link: '/a', titlePath: '/b'}");
        var id = SourceApi.text(sources.add(aPublication(), busy.kind()), "id");
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
        var busy = row("", "", "{kind: 'mastodon', instance: '@/', tag: 'busy'}");
        var id = SourceApi.text(sources.add(aPublication(), busy.kind()), "id");

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
