package app.tidings.ingest.health;

import static app.tidings.ingest.FeedServer.say;
import static app.tidings.ingest.SourceApi.list;
import static app.tidings.ingest.SourceApi.text;
import static app.tidings.ingest.feed.TestFeeds.item;
import static app.tidings.ingest.feed.TestFeeds.rss;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tidings.ingest.FeedServer;
import app.tidings.ingest.IngestTest;
import app.tidings.ingest.SourceApi;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;

/** Faults are planted, and {@code why} has to find each out. */
class WhyIT extends IngestTest {

    private static final String PAGE = "<!doctype html><html><head><title>%s</title></head><body>%s</body></html>";

    private final FeedServer web = new FeedServer();
    private final String publication = aPublication();
    private ServerSocket plain;
    private SourceApi sources;

    @BeforeEach
    void plant() throws IOException {
        plain = new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::answerInPlainText);
        sources = new SourceApi(api());
        web.on("/timeout", this::waitForHangUp)
                .on("/gone", exchange -> say(exchange, 410, "gone"))
                .on("/forbidden", exchange -> say(exchange, 403, "no"))
                .on("/challenge", exchange -> say(exchange, 403, PAGE.formatted("Just a moment...", "")))
                .on("/busy", exchange -> say(exchange, 429, ""))
                .on("/broken-server", exchange -> say(exchange, 503, "oops"))
                .on("/page", exchange -> say(exchange, 200, PAGE.formatted("A blog", "Hello")))
                .on("/login", exchange -> say(exchange, 200, PAGE.formatted("Log in", "<input type='password'>")))
                .on("/sent-to-login", exchange -> {
                    exchange.getResponseHeaders().set("Location", "/accounts/login?next=/feed");
                    exchange.sendResponseHeaders(302, -1);
                })
                .on("/accounts/login", exchange -> say(exchange, 200, PAGE.formatted("Welcome", "Send me a code")))
                .on("/garbage", exchange -> say(exchange, 200, "\u0001\u0002 no feed"))
                .on("/nothing", exchange -> say(exchange, 200, ""))
                .onFeed("/broken", "<rss><channel><title>a & b</title>")
                .onFeed("/empty", rss())
                .onFeed("/mails", rss(item("Mail", "mailto:a@b.example")))
                .onFeed("/old", rss(dated("Old", "/old", Instant.now().minus(Duration.ofDays(900)))))
                .onFeed("/quiet", daily(Duration.ofDays(10)))
                .onFeed("/well", daily(Duration.ofHours(1)));
    }

    private void answerInPlainText() {
        while (!plain.isClosed()) {
            try (var socket = plain.accept()) {
                socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
            } catch (IOException e) {
                // closed, or the other side has hung up
            }
        }
    }

    private void waitForHangUp(HttpExchange exchange) throws IOException {
        await().atMost(LONG).until(() -> web.requests("/let-go").size() == 1);
        say(exchange, 200, "");
    }

    @AfterEach
    void close() throws IOException {
        plain.close();
        web.close();
    }

    private static String daily(Duration silence) {
        var last = Instant.now().minus(silence);
        return rss(IntStream.range(0, 9)
                .mapToObj(i -> dated("Day " + i, "/day-" + i, last.minus(Duration.ofDays(i))))
                .toArray(String[]::new));
    }

    private static String dated(String title, String path, Instant at) {
        var date = DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
        return "<item><title>%s</title><link>https://a.example%s</link><pubDate>%s</pubDate></item>"
                .formatted(title, path, date);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http://no-such-host.invalid/feed | failing   | unknown-host | it cannot be read: the host has no address
            http://127.0.0.1:{closed}/       | failing   | unreachable  | it cannot be read: no connection to the host
            https://127.0.0.1:{plain}/      | failing   | tls          | it cannot be read: no trusted TLS connection to the host
            /timeout                         | failing   | timeout      | it cannot be read: the server was silent for 2 s
            /missing                         | failing   | http-404     | it cannot be read: there is nothing at the address (404)
            /gone                            | paused    | gone         | its server says that it is gone for good (410), so it was paused
            /forbidden                       | failing   | http-403     | it cannot be read: the server refuses us (403)
            /challenge                       | failing   | challenge    | it cannot be read: the server wants to see a person
            /busy                            | failing   | http-429     | it cannot be read: the server asks us to come less often
            /broken-server                   | failing   | http-503     | it cannot be read: the server has a fault of its own
            /page                            | failing   | html-page    | it cannot be read: the address answers with an HTML page
            /login                           | failing   | login-page   | it cannot be read: the server asks for a login
            /sent-to-login                   | failing   | login-page   | it cannot be read: the server asks for a login
            /garbage                         | failing   | unreadable   | it cannot be read: the document is neither
            /nothing                         | failing   | empty        | it cannot be read: the answer is empty
            /broken                          | failing   | broken-feed  | it cannot be read: the feed
            /empty                           | fruitless | empty-feed   | it answers with a feed that has no entries
            /mails                           | fruitless | all-refused  | no entry of it has an address that can become a link
            /old                             | fruitless | all-too-old  | all its entries are from long before it was added
            /quiet                           | quiet     | quiet        | it answers, but has shown nothing new since
            /well                            | fine      | fine         | all is well with it
            """)
    void findsOutWhatIsWrong(String address, String state, String code, String sentence) throws IOException {
        var id = sources.add(publication, url(address));
        sources.awaitPoll(id, each -> true);

        var why = await().atMost(LONG)
                .until(() -> why(id), each -> code.equals(each.get("code")) || !"gone".equals(code));

        assertThat(why).containsEntry("code", code).containsEntry("state", state);
        assertThat(text(why, "sentence")).startsWith(sentence);
        if (!state.equals("fine")) {
            assertThat(why.get("advice")).isNotNull();
            assertThat(why.get("since")).isNotNull();
        }
        assertThat(list(why, "past")).hasSize(1);
        api().get().uri(web.url("/let-go")).exchange();
    }

    private String url(String address) throws IOException {
        if (address.startsWith("/")) {
            return web.url(address);
        }
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return address.replace("{closed}", String.valueOf(closed.getLocalPort()))
                    .replace("{plain}", String.valueOf(plain.getLocalPort()));
        }
    }

    private Map<String, Object> why(String id) {
        return SourceApi.object(api().get()
                .uri("/api/v1/sources/{id}/why", id)
                .exchange()
                .expectStatus()
                .isOk());
    }

    @Test
    void countsUnchangedPollsAndRemembersTheOthers() {
        var id = sources.add(publication, web.url("/well"));
        sources.awaitPoll(id, each -> true);
        sources.poll(id);
        sources.poll(id);
        assertThat(why(id)).containsEntry("unchanged", 2);

        web.on("/well", exchange -> say(exchange, 500, ""));
        sources.poll(id);

        var why = why(id);
        assertThat(why)
                .containsEntry("unchanged", 0)
                .containsEntry("failures", 1)
                .containsEntry("usualGapMinutes", 1440);
        assertThat(list(why, "past")).hasSize(2);
        assertThat(list(why, "past").getFirst())
                .asString()
                .contains("unchangedBefore=2")
                .contains("http-500");
    }

    @Test
    void listsWhatIsNotWellInPages() {
        var missing = sources.add(publication, web.url("/missing"));
        var quiet = sources.add(publication, web.url("/quiet"));
        var well = sources.add(publication, web.url("/well"));
        var empty = sources.add(publication, web.url("/empty"));
        List.of(missing, quiet, well, empty).forEach(id -> sources.awaitPoll(id, each -> true));
        var ailing = List.of(missing, quiet, empty).stream().sorted().toList();

        var first = health("&limit=2");
        var second = health("&limit=2&cursor=" + text(first, "next"));

        assertThat(idsOf(first)).isEqualTo(ailing.subList(0, 2));
        assertThat(idsOf(second)).isEqualTo(ailing.subList(2, 3));
        assertThat(second).containsEntry("next", null);
        assertThat(idsOf(health("&state=failing"))).containsExactly(missing);
        assertThat(idsOf(health("&state=fine"))).containsExactly(well);
        assertThat(idsOf(health("&state=never-read"))).isEmpty();
        api().get()
                .uri("/api/v1/sources/health?state=odd")
                .exchange()
                .expectStatus()
                .isBadRequest();
        api().get()
                .uri("/api/v1/sources/health?limit=0")
                .exchange()
                .expectStatus()
                .isBadRequest();
        api().get()
                .uri("/api/v1/sources/weekly:none/why")
                .exchange()
                .expectStatus()
                .isNotFound();
        anybody().get().uri("/api/v1/sources/health").exchange().expectStatus().isUnauthorized();
    }

    private Map<String, Object> health(String more) {
        return SourceApi.object(api().get()
                .uri("/api/v1/sources/health?publication=" + publication + more)
                .exchange()
                .expectStatus()
                .isOk());
    }

    private static List<String> idsOf(Map<String, Object> page) {
        return list(page, "sources").stream()
                .map(each -> each instanceof Map<?, ?> source ? String.valueOf(source.get("id")) : "")
                .toList();
    }

    @Test
    void saysThatAPausedSourceIsPaused() {
        var id = sources.add(publication, web.url("/well"));
        sources.awaitPoll(id, each -> true);

        assertThat(standing(id, 1, Map.of("type", "paused", "reason", "holidays")))
                .containsEntry("sentence", "it is paused: holidays")
                .containsEntry("state", "paused")
                .containsEntry("nextPollAt", null);
        assertThat(standing(id, 2, Map.of("type", "archived"))).containsEntry("code", "archived");
        assertThat(standing(id, 3, Map.of("type", "snoozed", "until", "2999-01-01T00:00:00Z")))
                .containsEntry("sentence", "it is snoozed until 2999-01-01T00:00:00Z")
                .containsEntry("nextPollAt", "2999-01-01T00:00:00Z");
        assertThat(standing(id, 4, Map.of("type", "snoozed", "until", "2001-01-01T00:00:00Z")))
                .containsEntry("code", "fine");
    }

    private Map<String, Object> standing(String id, int version, Map<String, String> standing) {
        api().put()
                .uri("/api/v1/sources/{id}", id)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("name", "N", "version", version, "standing", standing))
                .exchange()
                .expectStatus()
                .isOk();
        return why(id);
    }
}
