package app.tidings.render.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.contracts.Profile.Imprint;
import app.tidings.render.edition.Edition.Masthead;
import app.tidings.render.feed.Feed.Item;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each form read back by a parser that is not ours. */
class FeedFormatTest {

    private static final URI INDEX = URI.create("https://news.example/weekly/zh/");
    private static final String ID = "urn:uuid:7d444840-9dc0-11d1-b245-5ffdce74fad2";

    static Stream<String> hostile() {
        return Stream.of(
                "]]>",
                "<![CDATA[ x ]]> ]]&gt;",
                "<script>alert(1)</script> & &amp; &lt; \" '",
                "</title></channel></rss><!-- ?> <?xml version=\"1.0\"?>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]> &e; &nbsp;",
                "🦄𠮷👩‍👩‍👧 astral",
                "\\ud800 \\u0000 {\"a\": \"b\"}",
                "line\nline\ttab");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void keepsHostileTextAsTextInXml(String hostile) throws Exception {
        for (var format : List.of(FeedFormat.RSS, FeedFormat.ATOM)) {
            var feed = rome(format.write(feedOf(hostile)));
            var entry = entryOf(feed);

            assertThat(feed.getTitle()).isEqualTo(hostile);
            assertThat(entry.getTitle()).isEqualTo(hostile);
            assertThat(entry.getContents().getFirst().getValue()).isEqualTo("<p>" + hostile + "</p>");
        }
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void keepsHostileTextAsTextInJson(String hostile) {
        var feed = json(FeedFormat.JSON.write(feedOf(hostile)));

        assertThat(feed.at("/title").asString()).isEqualTo(hostile);
        assertThat(feed.at("/items/0/title").asString()).isEqualTo(hostile);
        assertThat(feed.at("/items/0/content_html").asString()).isEqualTo("<p>" + hostile + "</p>");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void writesTheSummaryAsHtmlWhereReadersTakeItForThat(String hostile) throws Exception {
        var rss = entryOf(rome(FeedFormat.RSS.write(feedOf(hostile))));
        var atom = entryOf(rome(FeedFormat.ATOM.write(feedOf(hostile))));

        assertThat(rss.getDescription().getValue()).doesNotContain("<");
        assertThat(Parser.unescapeEntities(rss.getDescription().getValue(), false))
                .isEqualTo(hostile);
        assertThat(atom.getDescription().getValue()).isEqualTo(hostile);
    }

    @ParameterizedTest
    @EnumSource(names = {"RSS", "ATOM"})
    void leavesOutWhatNoXmlDocumentMayHold(FeedFormat format) throws Exception {
        var document = format.write(feedOf("a\u0000b\u0008c\u000Bd\uFFFEe\uFFFFf\uD83Eg\uDD84h\u001Bi"));

        dom(document);
        assertThat(entryOf(rome(document)).getTitle()).isEqualTo("abcdefghi");
    }

    @ParameterizedTest
    @EnumSource
    void isUtf8WithoutABrokenCharacter(FeedFormat format) {
        var text = new String(format.write(feedOf("🦄")), UTF_8);

        assertThat(text).contains("🦄").doesNotContain("\uFFFD", "&#x1f984;", "\\ud83e");
    }

    @Test
    void tellsInRssWhatTheSpecificationAsksFor() throws Exception {
        var channel = requireNonNull(dom(FeedFormat.RSS.write(feedOf("t")))
                .getElementsByTagName("channel")
                .item(0));
        var feed = rome(FeedFormat.RSS.write(feedOf("t")));
        var entry = entryOf(feed);

        assertThat(feed.getFeedType()).isEqualTo("rss_2.0");
        assertThat(feed.getLink()).isEqualTo(INDEX.toString());
        assertThat(feed.getDescription()).isEqualTo("t");
        assertThat(feed.getLanguage()).isEqualTo("zh-TW");
        assertThat(feed.getCopyright()).isEqualTo("CC BY 4.0");
        assertThat(entry.getUri()).isEqualTo(ID);
        assertThat(entry.getLink()).isEqualTo("https://news.example/weekly/zh/7");
        assertThat(entry.getPublishedDate()).isEqualTo(Date.from(Instant.parse("2026-11-20T16:00:00Z")));
        assertThat(entry.getAuthor()).isEqualTo("press");
        assertThat(channel.getTextContent())
                .contains("Sat, 21 Nov 2026 00:00:00 +0800", "Sat, 21 Nov 2026 02:03:04 GMT");
    }

    @Test
    void tellsInAtomWhatTheSpecificationAsksFor() throws Exception {
        var document = FeedFormat.ATOM.write(feedOf("t", "atom.xml"));
        var feed = rome(document);
        var entry = entryOf(feed);

        assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
        assertThat(feed.getUri()).isEqualTo(INDEX.toString());
        assertThat(feed.getLinks())
                .extracting(link -> link.getRel() + " " + link.getType() + " " + link.getHref())
                .containsExactlyInAnyOrder(
                        "self application/atom+xml https://news.example/weekly/zh/atom.xml",
                        "alternate text/html " + INDEX);
        assertThat(feed.getAuthors())
                .extracting(person -> person.getName() + " " + person.getUri())
                .containsExactly("press https://press.example");
        assertThat(feed.getCopyright()).isEqualTo("CC BY 4.0");
        assertThat(entry.getUri()).isEqualTo(ID);
        assertThat(entry.getUpdatedDate()).isEqualTo(Date.from(Instant.parse("2026-11-21T02:03:04Z")));
        assertThat(dom(document).getDocumentElement().getAttribute("xml:lang")).isEqualTo("zh-TW");
        assertThat(new String(document, UTF_8))
                .contains("<published>2026-11-21T00:00:00+08:00</published>", "<content type=\"html\">&lt;p&gt;t");
    }

    @Test
    void tellsInJsonWhatTheSpecificationAsksFor() {
        var feed = json(FeedFormat.JSON.write(feedOf("t", "feed.json")));
        var item = feed.at("/items/0");

        assertThat(feed.at("/version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.at("/home_page_url").asString()).isEqualTo(INDEX.toString());
        assertThat(feed.at("/feed_url").asString()).isEqualTo("https://news.example/weekly/zh/feed.json");
        assertThat(feed.at("/language").asString()).isEqualTo("zh-TW");
        assertThat(feed.at("/authors/0/url").asString()).isEqualTo("https://press.example");
        assertThat(feed.at("/_tidings/license").asString()).isEqualTo("CC BY 4.0");
        assertThat(item.at("/id").asString()).isEqualTo(ID);
        assertThat(item.at("/url").asString()).isEqualTo("https://news.example/weekly/zh/7");
        assertThat(item.at("/image").asString()).isEqualTo("https://news.example/media/a");
        assertThat(OffsetDateTime.parse(item.at("/date_published").asString())).isEqualTo("2026-11-21T00:00:00+08:00");
        assertThat(OffsetDateTime.parse(item.at("/date_modified").asString())).isEqualTo("2026-11-21T10:03:04+08:00");
    }

    @ParameterizedTest
    @EnumSource(names = {"RSS", "ATOM"})
    void isAWholeFeedWithoutAnIssue(FeedFormat format) throws Exception {
        var masthead = new Masthead("weekly", "Weekly", "", INDEX, new Imprint("press", null, null, null));
        var feed = rome(format.write(new Feed("en", masthead, INDEX.resolve(format.file()), List.of())));

        assertThat(feed.getEntries()).isEmpty();
        assertThat(feed.getTitle()).isEqualTo("Weekly");
    }

    @Test
    void isAWholeJsonFeedWithoutAnIssueAndALicence() {
        var masthead = new Masthead("weekly", "Weekly", "", INDEX, new Imprint("press", null, null, null));
        var feed = json(FeedFormat.JSON.write(new Feed("en", masthead, INDEX.resolve("feed.json"), List.of())));

        assertThat(feed.at("/items").isArray()).isTrue();
        assertThat(feed.has("_tidings")).isFalse();
        assertThat(feed.at("/authors/0").has("url")).isFalse();
    }

    private static Feed feedOf(String text) {
        return feedOf(text, "feed.xml");
    }

    private static Feed feedOf(String text, String file) {
        var imprint = new Imprint("press", null, "CC BY 4.0", URI.create("https://press.example"));
        var item = new Item(
                ID,
                text,
                INDEX.resolve("7"),
                OffsetDateTime.parse("2026-11-21T00:00:00+08:00"),
                OffsetDateTime.parse("2026-11-21T10:03:04.567+08:00"),
                text,
                "<p>" + text + "</p>",
                "https://news.example/media/a");
        return new Feed(
                "zh-TW", new Masthead("weekly", text, text, INDEX, imprint), INDEX.resolve(file), List.of(item));
    }

    private static SyndEntry entryOf(SyndFeed feed) {
        assertThat(feed.getEntries()).hasSize(1);
        return feed.getEntries().getFirst();
    }

    private static SyndFeed rome(byte[] document) throws Exception {
        return new SyndFeedInput().build(new InputStreamReader(new ByteArrayInputStream(document), UTF_8));
    }

    private static Document dom(byte[] document) throws Exception {
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(document));
    }

    private static JsonNode json(byte[] document) {
        return JsonMapper.shared().readTree(document);
    }
}
