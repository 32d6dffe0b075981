package app.tidings.local.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NewsroomTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:30:00Z");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper MAPPER = new JsonMapper();

    @TempDir
    private Path directory;

    private Newsroom newsroom;

    @BeforeEach
    void open() {
        newsroom = Newsroom.onThisMachine(directory, 0, InstantSource.fixed(NOW));
    }

    @AfterEach
    void close() {
        newsroom.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"harbour", "dengta", "anliu", "swell"})
    void servesRssWithLinksIdsAndDates(String site) throws Exception {
        var items = xml("/" + site + "/feed.xml").getElementsByTagName("item");

        assertThat(items.getLength()).isPositive();
        for (var name : List.of("title", "link", "guid", "pubDate", "description")) {
            assertThat(textOf(items, name)).as(name).hasSize(items.getLength()).doesNotContain("");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"slow-compiler", "matou", "code"})
    void servesAtomWithIdsAndDates(String site) throws Exception {
        var entries = xml("/" + site + "/feed.xml").getElementsByTagName("entry");

        assertThat(entries.getLength()).isPositive();
        for (var name : List.of("title", "id", "updated", "summary")) {
            assertThat(textOf(entries, name))
                    .as(name)
                    .hasSize(entries.getLength())
                    .doesNotContain("");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sharp-things", "shiqiao"})
    void servesJsonFeeds(String site) {
        var feed = json("/" + site + "/feed.json");

        assertThat(feed.path("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.path("items")).isNotEmpty().allSatisfy(item -> {
            assertThat(item.path("id").asString()).startsWith("urn:uuid:");
            assertThat(Instant.parse(item.path("date_published").asString())).isBefore(NOW);
        });
    }

    @Test
    void datesEverythingWithinTheLastWeek() throws Exception {
        for (var page : Content.load().pages()) {
            assertThat(page.front().before()).as(page.path()).isBetween(Duration.ZERO, Duration.ofDays(7));
        }
    }

    @Test
    void servesEveryPageThatItsFeedsShow() {
        var addresses = Content.load().sites().values().stream()
                .flatMap(site -> Shown.by(site, Content.load(), new Origin(newsroom.address(), NOW)).stream())
                .map(Shown::address)
                .toList();

        assertThat(addresses).hasSizeGreaterThan(35).allSatisfy(address -> {
            var page = get(address.toString());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(Jsoup.parse(page.body()).text()).hasSizeGreaterThan(150);
        });
    }

    @Test
    void leavesNoPlaceInAPageUnfilledAndNoMarkdownInAHeading() {
        for (var page : Content.load().pages()) {
            assertThat(get(page.path()).body()).as(page.path()).doesNotContain("{{", "](");
        }
    }

    @Test
    void tellsMetadataAsTheSiteDoes() {
        var page =
                Jsoup.parse(get("/harbour/the-import-that-cost-us-four-seconds").body());

        assertThat(page.select("meta[property=og:image]").attr("content"))
                .isEqualTo(newsroom.address() + "figures/import-time.png");
        var linked =
                MAPPER.readTree(page.select("script[type=application/ld+json]").html());
        assertThat(linked.path("@type").asString()).isEqualTo("BlogPosting");
        assertThat(linked.path("headline").asString()).isEqualTo("The Import That Cost Us Four Seconds");
    }

    @Test
    void servesPicturesThatCanBeDecoded() throws IOException {
        var bytes = bytes("/figures/ledger.png");

        assertThat(ImageIO.read(new ByteArrayInputStream(bytes)).getWidth()).isEqualTo(960);
    }

    @Test
    void tellsStarsAsGitHubDoes() {
        assertThat(json("/api/repos/tidewrack/parcel").path("stargazers_count").asInt())
                .isEqualTo(12_438);
        assertThat(json("/api/repos/quayside/mooring").path("stargazers_count").asInt())
                .isEqualTo(642);
    }

    @Test
    void showsThreeLinksASecondTimeWithTrackingParameters() throws Exception {
        var links = textOf(xml("/swell/feed.xml").getElementsByTagName("item"), "link");

        assertThat(links).filteredOn(link -> link.contains("utm_source")).hasSize(2);
        assertThat(links).filteredOn(link -> link.contains("fbclid")).hasSize(1);
    }

    @Test
    void answers304ToWhoeverHasItAlready() {
        var first = get("/dengta/feed.xml");
        var etag = first.headers().firstValue("ETag").orElseThrow();
        var modified = first.headers().firstValue("Last-Modified").orElseThrow();

        assertThat(get("/dengta/feed.xml", "If-None-Match", etag).statusCode()).isEqualTo(304);
        assertThat(get("/dengta/feed.xml", "If-None-Match", etag).body()).isEmpty();
        assertThat(get("/dengta/feed.xml", "If-Modified-Since", modified).statusCode())
                .isEqualTo(304);
        assertThat(get("/dengta/feed.xml", "If-None-Match", "\"other\"", "If-Modified-Since", modified)
                        .statusCode())
                .isEqualTo(200);
        assertThat(get("/dengta/feed.xml", "If-Modified-Since", "Thu, 01 Jan 1970 00:00:00 GMT")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void saysTheSameAfterARestartADayLater() {
        var port = newsroom.address().getPort();
        var feed = get("/harbour/feed.xml");
        newsroom.close();

        newsroom = Newsroom.onThisMachine(directory, port, InstantSource.fixed(NOW.plusSeconds(86_400)));

        var again = get("/harbour/feed.xml");
        assertThat(again.body()).isEqualTo(feed.body());
        assertThat(again.headers().firstValue("ETag")).isEqualTo(feed.headers().firstValue("ETag"));
    }

    @Test
    void failsOnceAndIsMendedAlsoAfterARestart() {
        assertThat(get("/huisheng/feed.xml").statusCode()).isEqualTo(500);
        assertThat(get("/huisheng/feed.xml").statusCode()).isEqualTo(200);
        newsroom.close();

        newsroom = Newsroom.onThisMachine(directory, 0, InstantSource.fixed(NOW));

        assertThat(get("/huisheng/feed.xml").statusCode()).isEqualTo(200);
    }

    @Test
    void servesAFeedThatBreaksOffAndAPageInsteadOfAFeed() {
        var broken = get("/rope-locker/feed.xml").body();
        var page = get("/pier/feed.xml");

        assertThat(broken).contains("<guid").doesNotContain("</rss>");
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
    }

    @Test
    void hasNothingAtOtherAddresses() {
        assertThat(get("/harbour/no-such-page").statusCode()).isEqualTo(404);
        assertThat(get("/harbour/../../etc/passwd").statusCode()).isEqualTo(404);
    }

    private Document xml(String path) throws Exception {
        try {
            var builder = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder();
            return builder.parse(new ByteArrayInputStream(bytes(path)));
        } catch (SAXException e) {
            throw new AssertionError(path + " is not well-formed", e);
        }
    }

    private JsonNode json(String path) {
        return MAPPER.readTree(get(path).body());
    }

    private static List<String> textOf(NodeList elements, String child) {
        return IntStream.range(0, elements.getLength())
                .mapToObj(elements::item)
                .map(Element.class::cast)
                .map(each -> each.getElementsByTagName(child).item(0).getTextContent())
                .toList();
    }

    private HttpResponse<String> get(String path, String... headers) {
        return send(path, BodyHandlers.ofString(), headers);
    }

    private byte[] bytes(String path) {
        return send(path, BodyHandlers.ofByteArray()).body();
    }

    private <T> HttpResponse<T> send(String path, HttpResponse.BodyHandler<T> body, String... headers) {
        var request = HttpRequest.newBuilder(
                path.startsWith("http") ? URI.create(path) : newsroom.address().resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), body);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
