package app.tidings.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.local.demo.EditorScript.Source;
import app.tidings.local.stage.Api;
import app.tidings.local.stage.Patience;
import app.tidings.local.stage.Story;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The chapter on an ingest that knows a few sources, each of them polled as soon as the list was asked for once. */
class GatherLinksTest {

    private static final String READ = "{\"type\":\"read\",\"at\":\"2026-11-22T08:00:00Z\"}";
    private static final String FAILED =
            "{\"type\":\"failed\",\"at\":\"2026-11-22T08:00:00Z\",\"reason\":\"no-feed\",\"detail\":\"it is a page\"}";

    private final Story story = new Story(new PrintStream(OutputStream.nullOutputStream(), true, UTF_8), false);
    private final AtomicBoolean polled = new AtomicBoolean();

    private HttpServer ingest;
    private HttpClient client;

    @BeforeEach
    void start() throws IOException {
        ingest = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        ingest.start();
        client = HttpClient.newHttpClient();
    }

    @AfterEach
    void stop() {
        client.close();
        ingest.stop(0);
    }

    @Test
    void findsNoProblemWhereThoseFailThatAreMeantTo() {
        knows(Map.of("good", READ, "broken", FAILED));

        assertThat(problems(new Source("Good", "good", false), new Source("Broken", "broken", true)))
                .isEmpty();
    }

    @Test
    void namesASourceThatFailsAndIsNotMeantTo() {
        knows(Map.of("good", READ, "broken", FAILED));

        assertThat(problems(new Source("Good", "good", false), new Source("Broken", "broken", false)))
                .containsExactly("Broken is not meant to fail: it is a page");
    }

    @Test
    void namesASourceThatIsMeantToFailAndOneThatIsNotThere() {
        knows(Map.of("good", READ));

        assertThat(problems(new Source("Good", "good", true), new Source("Lost", "lost", false)))
                .containsExactly("Good is meant to fail, and did not", "Lost is not among the sources");
    }

    private void knows(Map<String, String> outcomes) {
        ingest.createContext(
                "/api/v1/sources/imports",
                exchange ->
                        answer(exchange, "{\"id\":\"i\",\"state\":\"done\",\"added\":%d}".formatted(outcomes.size())));
        ingest.createContext("/api/v1/sources", exchange -> {
            var sources = outcomes.entrySet().stream()
                    .map(each -> "{\"id\":\"%s\",\"name\":\"%s\",\"feedUrl\":\"%s\",\"lastPoll\":%s}"
                            .formatted(
                                    each.getKey(),
                                    each.getKey(),
                                    newsroom().resolve(each.getKey()),
                                    polled.get() ? each.getValue() : "null"))
                    .collect(Collectors.joining(",", "{\"sources\":[", "]}"));
            polled.set(true);
            answer(exchange, sources);
        });
    }

    private List<String> problems(Source... sources) {
        var patience = new Patience(story, InstantSource.system(), Duration.ofMinutes(1));
        var api = new Api(client, "ingest", newsroom(), null, patience);
        var script = new EditorScript(
                "weekly",
                "key",
                Map.of(),
                List.of(),
                List.of(),
                Stream.of(sources).toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return new GatherLinks(new Scene(script, newsroom(), api, api, api, api, api, story, patience))
                .run()
                .problems();
    }

    private URI newsroom() {
        return URI.create("http://127.0.0.1:%d/".formatted(ingest.getAddress().getPort()));
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        try (exchange) {
            var bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
