package app.tidings.ingest.connector;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** What the APIs answer, invented in the form that the documentation named beside each shows. */
final class ApiAnswers {

    private static final String JSON = "application/json";
    private static final String XML = "application/xml";

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

    private ApiAnswers() {}

    static void give(ApiStandIn web) {
        asVotedSitesDo(web);
        asForgesDo(web);
        asFeedsDo(web);
        asRegistriesDo(web);
        // any page, any document
        web.on("/page", Set.of(), "text/html", """
                <title>News</title><ul><li class=post><a href="https://x.example/page">潮汐</a>
                <time datetime="2026-11-24T08:00:00Z">yesterday</time><p>About tides.</p></li></ul>""");
        web.on("/list", Set.of(), JSON, """
                {"data": {"posts": [{"id": 7, "name": "Tides", "to": "https://x.example/json", "at": 1795500000}]}}""");
        web.on("/busy", Set.of(), JSON, "[]");
        web.on("/none", Set.of(), JSON, "{\"posts\": []}");
        web.on("/deep", Set.of(), JSON, "[".repeat(40_000) + "]".repeat(40_000));
        web.on("/number", Set.of(), JSON, "[" + "1".repeat(90_000) + "]");
        web.on("/broken", Set.of(), JSON, "{\"posts\": [");
        web.on("/login", Set.of(), JSON, "<html><input type=password></html>");
    }

    private static void asVotedSitesDo(ApiStandIn web) {
        // hn.algolia.com/api, "Search": the query's fields and an answer's
        web.on("/hn/search_by_date", Set.of("tags", "hitsPerPage", "query", "numericFilters"), JSON, """
                {"hits": [{"objectID": "41", "title": "Show tides", "url": "https://x.example/hn", "author": "ann", "points": 120,
                 "story_text": null, "num_comments": 7, "created_at": "2026-11-24T08:00:00Z", "created_at_i": 1795507200,
                 "_tags": ["story", "author_ann", "story_41"]}], "nbHits": 1, "page": 0, "nbPages": 1, "hitsPerPage": 100}""");
        // www.reddit.com/dev/api, "listings" and "GET [/r/subreddit]/hot"; github.com/reddit-archive/reddit/wiki/JSON,
        // "Link"
        web.onTokens("/reddit/api/v1/access_token");
        web.on("/oauth/r/Python/hot", Set.of("limit", "raw_json"), JSON, """
                {"kind": "Listing", "data": {"after": null, "before": null, "children": [
                 {"kind": "t3", "data": {"name": "t3_a", "title": "Rules", "stickied": true, "score": 900, "permalink": "/r/Python/a"}},
                 {"kind": "t3", "data": {"name": "t3_b", "title": "Tides", "url": "https://x.example/reddit", "is_self": false,
                  "score": 50, "num_comments": 3, "permalink": "/r/Python/b", "author": "bo", "created_utc": 1795500000.0}},
                 {"kind": "t3", "data": {"name": "t3_c", "title": "Few votes", "url": "https://x.example/few", "score": 9}}]}}""");
        // github.com/lobsters/lobsters, app/models/story.rb, as_json
        web.on("/lobsters/t/python.json", Set.of(), JSON, """
                [{"short_id": "abcdef", "short_id_url": "https://lobste.rs/s/abcdef", "title": "Tides", "url": "https://x.example/lobsters",
                 "score": 12, "flags": 0, "comment_count": 2, "description": "", "description_plain": "", "user_is_author": false,
                 "comments_url": "https://lobste.rs/s/abcdef/tides", "submitter_user": "cy", "created_at": "2026-11-24T02:00:00.000-06:00",
                 "tags": ["python"]}]""");
        // www.v2ex.com/p/7v9TEc53, "主题"; the limit of calls: www.v2ex.com/help/api, "API Rate Limit"
        web.on("/v2ex/api/topics/show.json", Set.of("node_name"), JSON, """
                [{"id": 9, "title": "潮汐", "url": "https://x.example/v2ex", "content": "正文", "content_rendered": "<p>正文</p>",
                 "replies": 1, "created": 1795500000, "last_modified": 1795500000, "last_touched": 1795500060,
                 "member": {"id": 5, "username": "fei"}, "node": {"id": 90, "name": "python"}}]""");
        // docs.joinmastodon.org/methods/accounts, "Lookup account ID from Webfinger address" and "Get account's
        // statuses";
        // docs.joinmastodon.org/methods/timelines, "View hashtag timeline"; entities/Status, entities/PreviewCard
        web.on("/api/v1/accounts/lookup", Set.of("acct"), JSON, """
                {"id": "109", "username": "ann", "acct": "ann"}""");
        web.on(
                "/api/v1/accounts/109/statuses",
                Set.of("exclude_replies", "limit"),
                JSON,
                STATUSES.formatted("mastodon"));
        web.on("/api/v1/timelines/tag/tides", Set.of("limit"), JSON, STATUSES.formatted("tag"));
    }

    private static void asForgesDo(ApiStandIn web) {
        // docs.github.com/en/rest/releases/releases, "List releases"
        web.on("/github/repos/tides/clock/releases", Set.of("per_page"), JSON, """
                [{"node_id": "R_2", "html_url": "https://x.example/rc", "tag_name": "v2rc", "draft": false, "prerelease": true},
                 {"node_id": "R_1", "html_url": "https://x.example/releases", "tag_name": "v1", "name": "One", "body": "New.",
                  "draft": false, "prerelease": false, "published_at": "2026-11-24T08:00:00Z", "author": {"login": "di"}}]""");
        // docs.github.com/en/rest/search/search, "Search repositories"
        web.on("/github/search/repositories", Set.of("q", "sort", "order", "per_page"), JSON, """
                {"total_count": 1, "incomplete_results": false, "items": [{"node_id": "MD", "full_name": "tides/clock",
                 "html_url": "https://x.example/search", "description": "A clock", "stargazers_count": 900, "owner": {"login": "tides"}}]}""");
        // docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api, "401 Unauthorized"
        web.refuse("/github/repos/tides/secret/releases", 401, Map.of());
    }

    private static void asFeedsDo(ApiStandIn web) {
        // developers.google.com/youtube/v3/guides/push_notifications, the example of a notification
        web.on("/youtube/feeds/videos.xml", Set.of("channel_id"), XML, """
                <feed xmlns:yt="http://www.youtube.com/xml/schemas/2015" xmlns="http://www.w3.org/2005/Atom"><title>Tides</title>
                <entry><id>yt:video:VIDEO_ID</id><yt:videoId>VIDEO_ID</yt:videoId><yt:channelId>CHANNEL_ID</yt:channelId><title>Tides</title>
                <link rel="alternate" href="https://x.example/youtube"/><author><name>Ann</name></author>
                <published>2026-11-24T08:00:00+00:00</published><updated>2026-11-24T09:00:00+00:00</updated></entry></feed>""");
        // help.apple.com/itc/podcasts_connect, "A Podcaster’s Guide to RSS", "Episode tags"
        web.on("/podcast", Set.of(), XML, """
                <rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title>Tides</title>
                <item><guid isPermaLink="false">e1</guid><title>Ebb</title><link>https://x.example/podcast</link>
                <description>On ebb.</description><itunes:duration>3725</itunes:duration></item></channel></rss>""");
        // info.arxiv.org/help/api/user-manual.html, 3.3.2 "Entry Metadata" and 3.4 "Errors"; the pause:
        // info.arxiv.org/help/api/tou.html
        web.slowly("/arxiv/api/query", Duration.ofSeconds(3));
        web.on(
                "/arxiv/api/query",
                Set.of("search_query", "sortBy", "sortOrder", "max_results"),
                "application/atom+xml",
                query -> query.getOrDefault("search_query", "").contains("tides") ? PAPERS : WRONG_QUERY);
        // docs.rsshub.app/guide and docs.rsshub.app/deploy/config, "Access Control"
        web.on("/rsshub/tides/index", Set.of("key"), XML, """
                <rss version="2.0"><channel><title>Tides</title><item><title>Tides</title><link>https://x.example/rsshub</link>
                </item></channel></rss>""");
    }

    private static void asRegistriesDo(ApiStandIn web) {
        // docs.pypi.org/api/feeds, "Project Releases Feed", and the feed of any project
        web.on("/pypi/rss/project/tides/releases.xml", Set.of(), XML, """
                <rss version="2.0"><channel><title>PyPI recent updates for Tides</title><link>https://pypi.org/project/tides/</link>
                <item><title>2.0rc1</title><link>https://x.example/pypi/2.0rc1/</link><pubDate>Tue, 24 Nov 2026 09:00:00 GMT</pubDate></item>
                <item><title>1.0</title><link>https://x.example/pypi</link><description>Tells the tide</description>
                <author>ann@x.example</author><pubDate>Tue, 24 Nov 2026 08:00:00 GMT</pubDate></item></channel></rss>""");
        // github.com/npm/registry, docs/responses/package-metadata.md, "Full metadata format"
        web.on("/npm/@tides%2fclock", Set.of(), JSON, """
                {"_id": "@tides/clock", "name": "@tides/clock", "description": "A clock", "dist-tags": {"latest": "1.0.0"},
                 "versions": {"1.0.0": {"name": "@tides/clock", "version": "1.0.0"}, "2.0.0-rc.1": {}},
                 "time": {"created": "2026-11-23T08:00:00.000Z", "modified": "2026-11-24T08:00:00.000Z",
                  "1.0.0": "2026-11-24T08:00:00.000Z", "2.0.0-rc.1": "2026-11-24T09:00:00.000Z"}}""");
        // maven.apache.org/ref/current/maven-repository-metadata/repository-metadata.html
        web.on("/maven/example/tides/clock/maven-metadata.xml", Set.of(), XML, """
                <metadata><groupId>example.tides</groupId><artifactId>clock</artifactId><versioning><latest>1.1-M1</latest>
                <release>1.0</release><versions><version>1.0</version><version>1.1-M1</version></versions>
                <lastUpdated>20261124080000</lastUpdated></versioning></metadata>""");
    }
}
