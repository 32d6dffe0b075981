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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Each kind of source, from the bytes of its API to the link on the topic. */
class ConnectorsIT extends IngestTest {

    private static final String JSON = "application/json";
    private static final String XML = "application/xml";
    private static final ApiStandIn WEB = new ApiStandIn();

    @DynamicPropertySource
    static void apis(DynamicPropertyRegistry registry) {
        for (var api : List.of("reddit", "lobsters", "youtube", "arxiv", "pypi", "v2ex")) {
            registry.add("tidings.ingest.apis." + api, () -> WEB.url("/" + api));
        }
        registry.add("tidings.ingest.apis.hacker-news", () -> WEB.url("/hn"));
        registry.add("tidings.ingest.github.api", () -> WEB.url("/github"));
        registry.add("tidings.ingest.github.token-file", () -> TestFiles.with(ApiStandIn.TOKEN + "\n"));
        registry.add("tidings.ingest.rsshub", () -> WEB.url("/rsshub"));
    }

    @BeforeAll
    static void answer() {
        // jsoup.org: any page
        WEB.on("/page", Set.of(), "text/html", """
                <title>News</title><ul><li class=post><a href="https://x.example/page">潮汐</a>
                <time datetime="2026-11-24T08:00:00Z">yesterday</time><p>About tides.</p></li></ul>""");
        WEB.on("/list", Set.of(), JSON, """
                {"data": {"posts": [{"id": 7, "name": "Tides", "to": "https://x.example/json", "at": 1795500000}]}}""");
        // https://hn.algolia.com/api
        WEB.on("/hn/search_by_date", Set.of("tags", "hitsPerPage", "query", "numericFilters"), JSON, """
                {"hits": [{"objectID": "41", "title": "Show tides", "url": "https://x.example/hn", "author": "ann",
                 "points": 120, "num_comments": 7, "created_at": "2026-11-24T08:00:00Z"}], "nbHits": 1, "page": 0}""");
        // https://www.reddit.com/dev/api#GET_hot
        WEB.on("/reddit/r/Python/hot.json", Set.of("limit", "raw_json"), JSON, """
                {"kind": "Listing", "data": {"after": null, "children": [
                 {"kind": "t3", "data": {"name": "t3_a", "title": "Rules", "stickied": true, "score": 900, "permalink": "/r/Python/a"}},
                 {"kind": "t3", "data": {"name": "t3_b", "title": "Tides", "url": "https://x.example/reddit", "is_self": false,
                  "score": 50, "num_comments": 3, "permalink": "/r/Python/b", "author": "bo", "created_utc": 1795500000.0}}]}}""");
        // https://lobste.rs/about
        WEB.on("/lobsters/t/python.json", Set.of(), JSON, """
                [{"short_id": "abc", "title": "Tides", "url": "https://x.example/lobsters", "score": 12, "comment_count": 2,
                 "comments_url": "https://lobste.rs/s/abc", "submitter_user": "cy", "created_at": "2026-11-24T02:00:00.000-06:00"}]""");
        // https://docs.github.com/en/rest/releases/releases#list-releases
        WEB.on("/github/repos/tides/clock/releases", Set.of("per_page"), JSON, """
                [{"node_id": "R_2", "html_url": "https://x.example/rc", "tag_name": "v2rc", "draft": false, "prerelease": true},
                 {"node_id": "R_1", "html_url": "https://x.example/releases", "tag_name": "v1", "name": "One", "body": "New.",
                  "draft": false, "prerelease": false, "published_at": "2026-11-24T08:00:00Z", "author": {"login": "di"}}]""");
        // https://docs.github.com/en/rest/search/search#search-repositories
        WEB.on("/github/search/repositories", Set.of("q", "sort", "order", "per_page"), JSON, """
                {"total_count": 1, "incomplete_results": false, "items": [{"node_id": "MD", "full_name": "tides/clock",
                 "html_url": "https://x.example/search", "description": "A clock", "stargazers_count": 900, "owner": {"login": "tides"}}]}""");
        // https://developers.google.com/youtube/v3/guides/push_notifications
        WEB.on("/youtube/feeds/videos.xml", Set.of("channel_id"), XML, """
                <feed xmlns="http://www.w3.org/2005/Atom"><title>Tides</title><entry><id>yt:video:1</id><title>Tides</title>
                <link rel="alternate" href="https://x.example/youtube"/><published>2026-11-24T08:00:00+00:00</published></entry></feed>""");
        // https://help.apple.com/itc/podcasts_connect/#/itcb54353390
        WEB.on("/podcast", Set.of(), XML, """
                <rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title>Tides</title>
                <item><guid isPermaLink="false">e1</guid><title>Ebb</title><link>https://x.example/podcast</link>
                <description>On ebb.</description><itunes:duration>3725</itunes:duration></item></channel></rss>""");
        // https://docs.joinmastodon.org/methods/accounts/#lookup and #statuses
        WEB.on("/api/v1/accounts/lookup", Set.of("acct"), JSON, """
                {"id": "109", "username": "ann", "acct": "ann"}""");
        WEB.on("/api/v1/accounts/109/statuses", Set.of("exclude_replies"), JSON, """
                [{"id": "1", "uri": "https://m.example/1", "url": "https://m.example/@ann/1", "created_at": "2026-11-24T08:00:00.000Z",
                 "content": "<p>On tides</p>", "reblog": null, "account": {"acct": "ann"},
                 "card": {"url": "https://x.example/mastodon", "title": "Tides"}}]""");
        // https://info.arxiv.org/help/api/user-manual.html
        WEB.on(
                "/arxiv/api/query",
                Set.of("search_query", "sortBy", "sortOrder", "max_results"),
                "application/atom+xml",
                """
                <feed xmlns="http://www.w3.org/2005/Atom"><title>ArXiv Query</title><entry><id>http://arxiv.org/abs/2611.1v1</id>
                <title>On tides</title><link rel="alternate" type="text/html" href="https://x.example/arxiv"/>
                <published>2026-11-24T08:00:00Z</published><summary>Tides.</summary></entry></feed>""");
        // https://docs.pypi.org/api/feeds/
        WEB.on("/pypi/rss/project/tides/releases.xml", Set.of(), XML, """
                <rss version="2.0"><channel><title>PyPI recent updates for tides</title><item><title>1.0</title>
                <link>https://x.example/pypi</link><pubDate>Tue, 24 Nov 2026 08:00:00 GMT</pubDate></item></channel></rss>""");
        // https://www.v2ex.com/p/7v9TEc53
        WEB.on("/v2ex/api/topics/show.json", Set.of("node_name"), JSON, """
                [{"id": 9, "title": "潮汐", "url": "https://x.example/v2ex", "content": "正文", "created": 1795500000,
                 "member": {"username": "fei"}, "node": {"name": "python"}}]""");
        // https://docs.rsshub.app/guide/
        WEB.on("/rsshub/tides/index", Set.of(), XML, """
                <rss version="2.0"><channel><title>Tides</title><item><title>Tides</title><link>https://x.example/rsshub</link>
                </item></channel></rss>""");
        WEB.on("/busy", Set.of(), JSON, "[]");
        WEB.on("/none", Set.of(), JSON, "{\"posts\": []}");
        WEB.on("/deep", Set.of(), JSON, "[".repeat(40_000) + "]".repeat(40_000));
        WEB.on("/number", Set.of(), JSON, "[" + "1".repeat(90_000) + "]");
        WEB.on("/broken", Set.of(), JSON, "{\"posts\": [");
        WEB.on("/login", Set.of(), JSON, "<html><input type=password></html>");
    }

    @AfterAll
    static void close() {
        WEB.close();
    }

    private static Map<String, Object> kind(String kind, Object... settings) {
        var connector = new HashMap<String, Object>(Map.of("kind", kind));
        for (var i = 0; i < settings.length; i += 2) {
            connector.put((String) settings[i], settings[i + 1]);
        }
        return connector;
    }

    record Row(Map<String, Object> connector, String link, String title) {

        @Override
        public String toString() {
            return String.valueOf(connector.get("kind"));
        }
    }

    private static Row row(String link, String title, String kind, Object... settings) {
        return new Row(kind(kind, settings), link, title);
    }

    private static Stream<Row> kinds() {
        return Stream.of(
                row(
                        "https://x.example/page",
                        "潮汐",
                        "html-page",
                        "pageUrl",
                        WEB.url("/page"),
                        "item",
                        "li.post",
                        "date",
                        "time",
                        "summary",
                        "p"),
                row(
                        "https://x.example/json",
                        "Tides",
                        "json-path",
                        "url",
                        WEB.url("/list"),
                        "items",
                        "/data/posts/*",
                        "link",
                        "/to",
                        "titlePath",
                        "/name",
                        "date",
                        "/at"),
                row("https://x.example/hn", "Show tides", "hacker-news", "query", "tides & more", "minimumPoints", 100),
                row("https://x.example/reddit", "Tides", "reddit", "subreddit", "Python", "minimumScore", 10),
                row("https://x.example/lobsters", "Tides", "lobsters", "tag", "python"),
                row("https://x.example/releases", "tides/clock One", "github-releases", "repository", "tides/clock"),
                row(
                        "https://x.example/search",
                        "tides/clock",
                        "github-search",
                        "topic",
                        "tides",
                        "minimumStars",
                        100,
                        "pushedWithinDays",
                        7),
                row("https://x.example/youtube", "Tides", "youtube-channel", "channel", "UC0123456789012345678901"),
                row("https://x.example/podcast", "Ebb", "podcast", "feedUrl", WEB.url("/podcast")),
                row("https://x.example/mastodon", "Tides", "mastodon", "instance", WEB.url("/"), "account", "ann"),
                row("https://x.example/arxiv", "On tides", "arxiv", "query", "cat:cs.PL AND ti:tides"),
                row("https://x.example/pypi", "1.0", "pypi", "project", "Tides"),
                row("https://x.example/v2ex", "潮汐", "v2ex", "node", "python"),
                row("https://x.example/rsshub", "Tides", "rsshub", "route", "/tides/index"));
    }

    private static Map<String, Object> add(SourceApi sources, String publication, Map<String, Object> connector) {
        var body =
                Map.of("publication", publication, "name", "A source", "intervalMinutes", 60, "connector", connector);
        return SourceApi.object(sources.client()
                .post()
                .uri("/api/v1/sources")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void givesALinkOfEachKindOfSource(Row row) {
        var sources = new SourceApi(api());
        var publication = aPublication();

        var added = add(sources, publication, row.connector());
        var poll = sources.awaitPoll(SourceApi.text(added, "id"), each -> true);

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
    }

    private static Stream<Row> faults() {
        return Stream.of(
                row("", "nothing-matched", "html-page", "pageUrl", WEB.url("/page"), "item", "article"),
                row("", "no-links", "html-page", "pageUrl", WEB.url("/page"), "item", "p"),
                row("", "wrong-type", "html-page", "pageUrl", WEB.url("/list"), "item", "p"),
                row(
                        "",
                        "nothing-matched",
                        "json-path",
                        "url",
                        WEB.url("/none"),
                        "items",
                        "/posts/*",
                        "link",
                        "/a",
                        "titlePath",
                        "/b"),
                row(
                        "",
                        "no-links",
                        "json-path",
                        "url",
                        WEB.url("/list"),
                        "items",
                        "/data/posts/*",
                        "link",
                        "/a",
                        "titlePath",
                        "/b"),
                row(
                        "",
                        "unreadable",
                        "json-path",
                        "url",
                        WEB.url("/broken"),
                        "items",
                        "/posts/*",
                        "link",
                        "/a",
                        "titlePath",
                        "/b"),
                row(
                        "",
                        "login-page",
                        "json-path",
                        "url",
                        WEB.url("/login"),
                        "items",
                        "/posts/*",
                        "link",
                        "/a",
                        "titlePath",
                        "/b"),
                row(
                        "",
                        "http-400",
                        "json-path",
                        "url",
                        WEB.url("/none?other=1"),
                        "items",
                        "/*",
                        "link",
                        "/a",
                        "titlePath",
                        "/b"),
                row(
                        "",
                        "unreadable",
                        "json-path",
                        "url",
                        WEB.url("/deep"),
                        "items",
                        "/*",
                        "link",
                        "/a",
                        "titlePath",
                        "/b"),
                row(
                        "",
                        "unreadable",
                        "json-path",
                        "url",
                        WEB.url("/number"),
                        "items",
                        "/*",
                        "link",
                        "/a",
                        "titlePath",
                        "/b"),
                row("", "http-400", "hacker-news"),
                row("", "http-404", "reddit", "subreddit", "nowhere"),
                row("", "http-404", "mastodon", "instance", WEB.url("/"), "tag", "潮汐"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void saysWhyThereIsNothing(Row row) {
        var sources = new SourceApi(api());

        var added = add(sources, aPublication(), row.connector());

        assertThat(sources.awaitPoll(SourceApi.text(added, "id"), each -> true)).containsEntry("reason", row.title());
    }

    private static Stream<Row> unfit() {
        return Stream.of(
                row(
                        "",
                        "a selector with a regular expression",
                        "html-page",
                        "pageUrl",
                        "https://a.example/",
                        "item",
                        "p:matches(a+)"),
                row("", "item is not a CSS selector", "html-page", "pageUrl", "https://a.example/", "item", "p["),
                row("", "items is missing", "json-path", "url", "https://a.example/"),
                row("", "pageUrl is not an address", "html-page", "pageUrl", "file:///etc/passwd", "item", "p"),
                row("", "url is not an address", "json-path", "url", "gopher://a.example/", "items", "/*"),
                row("", "feedUrl is not an address", "podcast", "feedUrl", "jar:http://a.example/a.jar!/b"),
                row("", "instance is not an address", "mastodon", "instance", "ftp://m.example", "tag", "a"),
                row("", "instance is not an address", "mastodon", "instance", "https://a@m.example", "tag", "a"),
                row("", "route holds . or ..", "rsshub", "route", "/a/../b"),
                row("", "route holds . or ..", "rsshub", "route", "/%2E%2e/b"),
                row("", "route holds . or ..", "rsshub", "route", "/a%2f..%252Fb"),
                row("", "route is too long or holds", "rsshub", "route", "/a%zz"),
                row("", "instance has a query", "mastodon", "instance", "https://m.example/?a", "tag", "b"),
                row("", "route is too long or holds", "rsshub", "route", "//evil.example/a"),
                row("", "repository is too long or holds", "github-releases", "repository", "a/.."),
                row("", "one of tag and account", "mastodon", "instance", "https://m.example"),
                row("", "all missing", "github-search", "pushedWithinDays", 3),
                row("", "list is none of story", "hacker-news", "list", "jobs"),
                row("", "minimumScore is negative", "lobsters", "minimumScore", -1));
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void refusesSettingsThatCannotBeRight(Row row) {
        var answer = add(new SourceApi(api()), aPublication(), row.connector());

        assertThat(answer).containsEntry("status", 400);
        assertThat(SourceApi.text(answer, "detail")).contains(row.title());
    }

    @Test
    void comesNotBackToAnApiBeforeItsTime() {
        var sources = new SourceApi(api());
        var id = SourceApi.text(
                add(
                        sources,
                        aPublication(),
                        kind("json-path", "url", WEB.url("/busy"), "items", "/*", "link", "/a", "titlePath", "/b")),
                "id");
        sources.awaitPoll(id, each -> true);
        sources.poll(id);
        sources.poll(id);

        assertThat(sources.poll(id)).containsEntry("reason", "http-429");
    }
}
