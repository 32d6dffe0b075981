package app.tidings.ingest.feed;

import static app.tidings.ingest.feed.TestFeeds.atom;
import static app.tidings.ingest.feed.TestFeeds.feed;
import static app.tidings.ingest.feed.TestFeeds.item;
import static app.tidings.ingest.feed.TestFeeds.rss;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.tidings.ingest.feed.Parsed.Feed;
import app.tidings.ingest.feed.Parsed.PushLinks;
import app.tidings.platform.fetch.Body;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedParserTest {

    private static final Charset GB18030 = Charset.forName("GB18030");

    @Test
    void readsAnRssFeed() {
        var feed = feed(rss("""
                <item>
                  <title>用 asyncio 写一个端口扫描器</title>
                  <link>https://blog.example/posts/scanner?utm_source=rss</link>
                  <guid isPermaLink="false">scanner-1</guid>
                  <pubDate>Mon, 16 Nov 2026 08:30:00 +0800</pubDate>
                  <dc:creator>林潮</dc:creator>
                  <description>&lt;p&gt;三百行代码，&lt;b&gt;没有依赖&lt;/b&gt;。&lt;/p&gt;</description>
                  <content:encoded><![CDATA[<p>全文</p>]]></content:encoded>
                </item>"""));

        assertThat(feed.title()).isEqualTo("潮汐笔记");
        assertThat(feed.link()).isEqualTo("https://blog.example/");
        assertThat(feed.language()).isEqualTo("zh-CN");
        assertThat(feed.flaw()).isNull();
        var entry = feed.entries().getFirst();
        assertThat(entry.id()).isEqualTo("scanner-1");
        assertThat(entry.link()).isEqualTo("https://blog.example/posts/scanner?utm_source=rss");
        assertThat(entry.title().plainTitle(100)).isEqualTo("用 asyncio 写一个端口扫描器");
        assertThat(entry.summary().plain(100)).isEqualTo("三百行代码，没有依赖。");
        assertThat(entry.author()).extracting(FeedAuthor::name).isEqualTo("林潮");
        assertThat(entry.publishedAt()).isEqualTo(Instant.parse("2026-11-16T00:30:00Z"));
    }

    @Test
    void readsAnAtomFeed() {
        var feed = feed(atom("""
                <entry>
                  <id>tag:notes.example,2026:1</id>
                  <title type="html">Why &lt;code&gt;uv&lt;/code&gt; is fast</title>
                  <link rel="replies" href="https://notes.example/1/comments"/>
                  <link rel="alternate" type="text/html" href="https://notes.example/1"/>
                  <published>2026-11-15T10:00:00Z</published>
                  <updated>2026-11-16T10:00:00Z</updated>
                  <author><name>Ana Ebb</name><email>ana@notes.example</email></author>
                  <source><title>Not this title</title><id>not-this-id</id></source>
                  <summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <em>short</em> tour, 1 &lt; 2</div></summary>
                </entry>"""));

        assertThat(feed.title()).isEqualTo("Tide Notes");
        assertThat(feed.link()).isEqualTo("https://notes.example/");
        assertThat(feed.language()).isEqualTo("en");
        var entry = feed.entries().getFirst();
        assertThat(entry.id()).isEqualTo("tag:notes.example,2026:1");
        assertThat(entry.link()).isEqualTo("https://notes.example/1");
        assertThat(entry.title().plainTitle(100)).isEqualTo("Why uv is fast");
        assertThat(entry.summary().plain(100)).isEqualTo("A short tour, 1 < 2");
        assertThat(entry.author()).extracting(FeedAuthor::name).isEqualTo("Ana Ebb");
        assertThat(entry.shownAt()).isEqualTo(Instant.parse("2026-11-15T10:00:00Z"));
        assertThat(entry.updatedAt()).isEqualTo(Instant.parse("2026-11-16T10:00:00Z"));
    }

    @Test
    void readsAJsonFeed() {
        var feed = feed("""
                {"version": "https://jsonfeed.org/version/1.1", "title": "播客与笔记", "language": "zh",
                 "home_page_url": "https://pod.example/", "_ext": {"deep": [1, {"x": 2}]},
                 "items": [
                   {"id": 7, "url": "/ep/7", "title": "第 7 期 & 更多", "authors": [{"url": "https://x.example", "name": "阿岚"}],
                    "content_html": "<p>聊聊<b>解释器</b></p>", "date_published": "2026-11-14T20:00:00+08:00"},
                   {"id": "https://pod.example/ep/6", "content_text": "a <b> is no tag here", "attachments": []}
                 ]}""");

        assertThat(feed.title()).isEqualTo("播客与笔记");
        assertThat(feed.link()).isEqualTo("https://pod.example/");
        var first = feed.entries().getFirst();
        assertThat(first.id()).isEqualTo("7");
        assertThat(first.link()).isEqualTo("https://blog.example/ep/7");
        assertThat(first.title().plainTitle(100)).isEqualTo("第 7 期 & 更多");
        assertThat(first.summary().plain(100)).isEqualTo("聊聊解释器");
        assertThat(first.author()).extracting(FeedAuthor::name).isEqualTo("阿岚");
        assertThat(first.publishedAt()).isEqualTo(Instant.parse("2026-11-14T12:00:00Z"));
        var second = feed.entries().getLast();
        assertThat(second.address()).isEqualTo("https://pod.example/ep/6");
        assertThat(second.summary().plain(100)).isEqualTo("a <b> is no tag here");
    }

    @Test
    void readsRdfAndDublinCore() {
        var feed = feed("""
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
                         xmlns:d="http://purl.org/dc/elements/1.1/">
                  <channel rdf:about="https://old.example/"><title>Old but alive</title><link>https://old.example/</link>
                    <items><rdf:Seq><rdf:li resource="https://old.example/a"/></rdf:Seq></items></channel>
                  <image><title>Not an item</title><url>https://old.example/i.png</url></image>
                  <item rdf:about="https://old.example/a"><title>A</title><link>https://old.example/a</link>
                    <d:date>2026-11-13T09:00+08:00</d:date><d:creator>Old Hand</d:creator></item>
                </rdf:RDF>""");

        assertThat(feed.title()).isEqualTo("Old but alive");
        assertThat(feed.entries()).hasSize(1);
        assertThat(feed.entries().getFirst().link()).isEqualTo("https://old.example/a");
        assertThat(feed.entries().getFirst().author())
                .extracting(FeedAuthor::name)
                .isEqualTo("Old Hand");
        assertThat(feed.entries().getFirst().publishedAt()).isEqualTo(Instant.parse("2026-11-13T01:00:00Z"));
    }

    @Test
    void readsVocabulariesWhoseePrefixIsUnusualOrNotDeclared() {
        var atomWithPrefix = feed("""
                <a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>T</a:title>
                  <a:entry><a:title>One</a:title><a:link href="https://p.example/1"/></a:entry></a:feed>""");
        var undeclared = feed("<rss><channel><item><media:group><media:description>clip</media:description>"
                + "<media:thumbnail url='x'/></media:group><dc:creator>Un</dc:creator></item></channel></rss>");

        assertThat(atomWithPrefix.entries().getFirst().title().plainTitle(9)).isEqualTo("One");
        assertThat(undeclared.entries().getFirst().author())
                .extracting(FeedAuthor::name)
                .isEqualTo("Un");
        assertThat(undeclared.entries().getFirst().summary().plain(9)).isEqualTo("clip");
    }

    @Test
    void resolvesLinksAgainstTheNearestBase() {
        var feed = feed("""
                <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://notes.example/zh/">
                  <entry><link href="1"/></entry>
                  <entry xml:base="archive/"><link href="2"/></entry>
                  <entry><link xml:base="//other.example/" href="3"/></entry>
                  <entry><link href="/4"/></entry>
                </feed>""");

        assertThat(feed.entries())
                .extracting(FeedEntry::link)
                .containsExactly(
                        "https://notes.example/zh/1",
                        "https://notes.example/zh/archive/2",
                        "https://other.example/3",
                        "https://notes.example/4");
    }

    @Test
    void takesTheBestAddressThatAnEntryHas() {
        var feed = feed(
                rss(
                        "<item><guid>https://blog.example/guid</guid></item>",
                        "<item><guid isPermaLink='false'>https://blog.example/not-a-page</guid></item>",
                        "<item><guid>42</guid><enclosure url='https://blog.example/a.mp3' type='audio/mpeg'/></item>",
                        "<item><atom:link href='https://blog.example/atom'/><guid>https://blog.example/guid</guid></item>",
                        "<item><link>https://count.example/1</link><feedburner:origLink>https://blog.example/own</feedburner:origLink></item>"));

        assertThat(feed.entries())
                .extracting(FeedEntry::address)
                .containsExactly(
                        "https://blog.example/guid",
                        null,
                        "https://blog.example/a.mp3",
                        "https://blog.example/atom",
                        "https://blog.example/own");
    }

    @Test
    void knowsTheCharactersThatHtmlHasNamesFor() {
        var feed = feed(rss("<item><title>caf&eacute;&nbsp;&mdash; &unknown; &amp;amp;</title></item>"));

        assertThat(feed.entries().getFirst().title().plainTitle(50)).isEqualTo("café — &unknown; &");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            utf-8,   -,       UTF-8
            gb2312,  -,       GB18030
            gbk,     -,       GB18030
            -,       GB18030, GB18030
            utf-8,   GB18030, GB18030
            gb2312,  UTF-8,   UTF-8
            utf-8,   ISO-8859-1, UTF-8
            utf-16,  -,       UTF-8
            bogus,   -,       UTF-8
            """)
    void findsOutTheCharset(@Nullable String declared, @Nullable Charset header, Charset actual) {
        var declaration = declared == null ? "" : "<?xml version=\"1.0\" encoding=\"%s\"?>".formatted(declared);
        var document = declaration + "<rss><channel>" + item("编译器里的潮汐", "https://a.example/") + "</channel></rss>";

        var feed = (Feed) FeedParser.parse(Body.of(document.getBytes(actual)), header, TestFeeds.BASE);

        assertThat(feed.entries().getFirst().title().plainTitle(50)).isEqualTo("编译器里的潮汐");
    }

    @Test
    void believesTheByteOrderMarkMost() {
        var document = "\ufeff<?xml version=\"1.0\" encoding=\"gb2312\"?>"
                + rss(item("标题", "https://a.example/")).strip().substring(38);

        for (var charset : new Charset[] {UTF_8, UTF_16LE}) {
            var feed = (Feed) FeedParser.parse(Body.of(document.getBytes(charset)), GB18030, TestFeeds.BASE);
            assertThat(feed.entries().getFirst().title().plainTitle(50)).isEqualTo("标题");
        }
    }

    @Test
    void passesOverWhatStandsBeforeTheDeclarationAndWhatNoXmlMayHold() {
        var feed = feed("\n  \t" + rss(item("a\u0001b\u000bc", "https://a.example/")));

        assertThat(feed.entries().getFirst().title().plainTitle(50)).isEqualTo("abc");
    }

    @Test
    void readsWhereChangesAreTold() {
        var links = """
                <atom:link rel="hub" href="https://hub.example/"/><atom:link rel="self hub" href="/feed"/>
                <atom:link rel="hub" href="https://hub.example/"/><item><atom:link rel="hub" href="https://no.example/"/></item>""";
        var json = """
                {"version": "https://jsonfeed.org/version/1.1", "title": "潮汐", "feed_url": "https://pod.example/feed.json",
                 "hubs": [{"type": "rssCloud", "url": "https://no.example/"}, 7, {"url": "/hub", "type": "WebSub"}], "items": []}""";

        assertThat(feed(rss(links)).push())
                .isEqualTo(new PushLinks(
                        List.of("https://hub.example/", "https://blog.example/feed"), "https://blog.example/feed"));
        assertThat(feed(atom("<link rel='hub' href='https://hub.example/'/>")).push())
                .isEqualTo(new PushLinks(List.of("https://hub.example/"), "https://notes.example/atom.xml"));
        assertThat(feed(json).push())
                .isEqualTo(new PushLinks(List.of("https://blog.example/hub"), "https://pod.example/feed.json"));
        assertThat(feed(rss()).push()).isEqualTo(PushLinks.NONE);
    }

    @Test
    void tellsLanguageAndLengthOfEachEntry() {
        var rss = feed(rss(
                "<item><link>https://blog.example/1</link><itunes:duration>1:02:00</itunes:duration></item>",
                "<item><link>https://blog.example/2</link><dc:language>ja</dc:language>"
                        + "<media:group><media:content url='a.mp4' duration='3720'/></media:group></item>"));
        var atom = feed(atom("<entry xml:lang='de'><id>https://notes.example/1</id></entry>"));
        var json = feed("""
                {"version": "https://jsonfeed.org/version/1.1", "title": "潮汐", "language": "en", "items": [
                 {"id": "1", "attachments": [{"url": "a.mp3", "size_in_bytes": 9, "duration_in_seconds": 3720}]},
                 {"id": "2", "language": "zh"}]}""");

        assertThat(rss.entries())
                .extracting(FeedEntry::language, FeedEntry::length)
                .containsExactly(tuple("zh-CN", Duration.ofMinutes(62)), tuple("ja", Duration.ofMinutes(62)));
        assertThat(atom.entries()).extracting(FeedEntry::language).containsExactly("de");
        assertThat(json.entries())
                .extracting(FeedEntry::language, FeedEntry::length)
                .containsExactly(tuple("en", Duration.ofMinutes(62)), tuple("zh", null));
    }
}
