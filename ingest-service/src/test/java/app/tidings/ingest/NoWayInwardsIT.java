package app.tidings.ingest;

import static app.tidings.ingest.SourceApi.list;
import static app.tidings.ingest.SourceApi.object;
import static app.tidings.ingest.SourceApi.part;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tidings.platform.fetch.SpecialHosts;
import app.tidings.platform.testing.TestStore;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * Nobody makes the service ask an address that is not public, whatever the kind of source, the notation of the address and
 * the way there. 127.0.0.2 is the public web of this test; all other addresses of this machine are inside.
 */
class NoWayInwardsIT {

    private static final InetAddress PUBLIC = InetAddress.ofLiteral("127.0.0.2");
    private static final String FORBIDDEN = "forbidden-address";

    private static final FeedServer WEB = new FeedServer(PUBLIC);
    private static final Canary INSIDE = new Canary();
    private static ConfigurableApplicationContext service;
    private static RestTestClient api;

    @BeforeAll
    static void start() {
        service = IngestTest.start(
                IngestApplication.builder(),
                TestStore.freshDatabaseName(),
                "--tidings.mongo.uri=" + TestStore.uri(),
                "--tidings.fetch.allowed-private=127.0.0.2/32",
                // so that it is not for its port that nobody comes
                "--tidings.fetch.extra-ports=" + INSIDE.port(),
                "--tidings.fetch.per-host=32",
                "--tidings.ingest.poll.per-host=32");
        api = IngestTest.api(service);
    }

    @AfterAll
    static void stop() {
        service.close();
        WEB.close();
        INSIDE.close();
    }

    @AfterEach
    void nobodyCame() {
        assertThat(INSIDE.callers()).isEmpty();
    }

    @Test
    void bySourcesOfAnyKind() {
        inside().forEach(url -> {
            add("kinds", Map.of("kind", "feed", "feedUrl", url));
            add("kinds", Map.of("kind", "podcast", "feedUrl", url));
            add("kinds", jsonAt(url));
            add(
                    "kinds",
                    Map.of("kind", "mastodon", "instance", url, "tag", "t" + Integer.toUnsignedString(url.hashCode())));
            add("pages", pageAt(url));
        });

        assertThat(reasons("kinds")).containsOnly(FORBIDDEN);
        assertThat(reasons("pages")).containsOnly("robots");
    }

    @Test
    void byRedirectsOfAnyStatusHoweverLate() {
        var targets = inside().filter(US_ASCII.newEncoder()::canEncode).toList();
        for (var status : List.of(301, 302, 303, 307, 308)) {
            IntStream.range(0, targets.size()).forEach(i -> {
                var start = redirects("/%d/%d".formatted(status, i), status, 1 + i % 5, targets.get(i));
                add("redirects", Map.of("kind", "feed", "feedUrl", start));
                add("redirects", status % 2 == 0 ? jsonAt(start) : pageAt(start));
            });
        }

        assertThat(reasons("redirects")).containsOnly(FORBIDDEN);
    }

    @Test
    void byPreviewsAndTheFeedsThatAPageNames() {
        inside().forEach(url -> {
            assertThat(part(preview(url), "failure")).containsEntry("reason", FORBIDDEN);

            WEB.on("/blog", exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                FeedServer.say(
                        exchange, 200, "<html><head><link rel=alternate type=application/rss+xml href='" + url + "'>");
            });
            assertThat(list(preview(WEB.url("/blog")), "feeds")).isEmpty();
        });
    }

    @Test
    void byAListOfFeeds() {
        var outlines =
                inside().map("<outline text='One' xmlUrl='%s'/>"::formatted).toList();

        api.post()
                .uri("/api/v1/sources/imports?publication=opml")
                .contentType(MediaType.APPLICATION_XML)
                .body(("<opml><body>" + String.join("\n", outlines) + "</body></opml>").getBytes(UTF_8))
                .exchange()
                .expectStatus()
                .is2xxSuccessful();

        await().atMost(IngestTest.LONG).until(() -> sources("opml").size() == outlines.size());
        assertThat(reasons("opml")).containsOnly(FORBIDDEN);
    }

    @Test
    void byAProxy() {
        inside().forEach(url -> post(Map.of(
                        "publication",
                        "proxies",
                        "name",
                        "One",
                        "feedUrl",
                        WEB.url("/feed"),
                        "request",
                        Map.of("proxy", url)))
                .expectStatus()
                .isBadRequest());
        assertThat(sources("proxies")).isEmpty();
    }

    /** An address for each notation, with a path of its own. */
    private static Stream<String> inside() {
        return IntStream.range(0, SpecialHosts.ALL.size())
                .mapToObj(i -> "http://%s:%d/%d".formatted(SpecialHosts.ALL.get(i), INSIDE.port(), i));
    }

    private static Map<String, Object> jsonAt(String url) {
        return Map.of("kind", "json-path", "url", url, "items", "/*", "link", "/a", "titlePath", "/b");
    }

    private static Map<String, Object> pageAt(String url) {
        return Map.of("kind", "html-page", "pageUrl", url, "item", "li");
    }

    /** The first of so many addresses on the public web, each of which leads to the next, and the last one inside. */
    private static String redirects(String path, int status, int hops, String target) {
        for (var hop = 1; hop <= hops; hop++) {
            var next = hop == hops ? target : path + "/" + (hop + 1);
            WEB.on(path + "/" + hop, exchange -> {
                exchange.getResponseHeaders().set("Location", next);
                exchange.sendResponseHeaders(status, -1);
            });
        }
        return WEB.url(path + "/1");
    }

    private static void add(String publication, Map<String, Object> connector) {
        post(Map.of("publication", publication, "name", "One", "intervalMinutes", 600, "connector", connector))
                .expectStatus()
                .isCreated();
    }

    private static RestTestClient.ResponseSpec post(Map<String, Object> source) {
        return api.post()
                .uri("/api/v1/sources")
                .contentType(MediaType.APPLICATION_JSON)
                .body(source)
                .exchange();
    }

    private static Map<String, Object> preview(String url) {
        return object(api.post()
                .uri("/api/v1/sources/preview")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("url", url))
                .exchange()
                .expectStatus()
                .isOk());
    }

    /** Why the polls of a publication's sources failed, when all have been polled. */
    private static List<Object> reasons(String publication) {
        return await()
                .atMost(IngestTest.LONG.multipliedBy(2))
                .until(
                        () -> sources(publication).stream()
                                .map(source -> part(source, "lastPoll"))
                                .toList(),
                        polls -> polls.stream().noneMatch(Map::isEmpty))
                .stream()
                .map(poll -> poll.getOrDefault("reason", "none"))
                .toList();
    }

    @SuppressWarnings("unchecked") // JSON objects have no other type
    private static List<Map<String, Object>> sources(String publication) {
        var all = new ArrayList<Map<String, Object>>();
        var cursor = "";
        while (!cursor.equals("null")) {
            var page = object(api.get()
                    .uri("/api/v1/sources?limit=200&publication={p}&cursor={c}", publication, cursor)
                    .exchange()
                    .expectStatus()
                    .isOk());
            list(page, "sources").forEach(each -> all.add((Map<String, Object>) each));
            cursor = SourceApi.text(page, "next");
        }
        return all;
    }
}
