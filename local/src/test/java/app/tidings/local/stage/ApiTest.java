package app.tidings.local.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tidings.local.stage.Patience.GaveUp;
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
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiTest {

    private final AtomicInteger calls = new AtomicInteger();
    private final Story story = new Story(new PrintStream(OutputStream.nullOutputStream(), true, UTF_8), false);

    private HttpServer server;
    private HttpClient client;

    record Thing(String name) {}

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.start();
        client = HttpClient.newHttpClient();
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop(0);
    }

    private Api api(Duration limit) {
        var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new Api(client, "curation", address, "secret", new Patience(story, InstantSource.system(), limit));
    }

    @Test
    void asksAgainWhileTheServiceHasTrouble() {
        server.createContext(
                "/thing",
                exchange ->
                        answer(exchange, calls.incrementAndGet() < 3 ? 503 : 200, "{\"name\":\"tide\",\"more\":1}"));

        assertThat(api(Duration.ofMinutes(1)).get("/thing", Thing.class)).isEqualTo(new Thing("tide"));
        assertThat(calls).hasValue(3);
    }

    @Test
    void givesUpOnAServiceThatIsAwayForGood() {
        server.stop(0);

        assertThatThrownBy(() -> api(Duration.ZERO).get("/thing", Thing.class))
                .isInstanceOf(GaveUp.class)
                .hasMessageContaining("curation does not answer");
    }

    @Test
    void saysARefusalInTheWordsOfTheService() {
        server.createContext(
                "/thing",
                exchange -> answer(
                        exchange,
                        422,
                        "{\"detail\":\"the issue is not ready\",\"findings\":[{\"text\":\"no headline\"},{\"text\":\"no entries\"}]}"));

        assertThatThrownBy(() -> api(Duration.ofMinutes(1)).post("/thing", Map.of(), Thing.class))
                .isInstanceOf(Api.Refused.class)
                .hasMessage("curation answered 422: the issue is not ready: no headline; no entries");
    }

    @Test
    void showsItsTokenAndSendsFormsAsABrowserDoes() {
        server.createContext("/form", exchange -> {
            var sent = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            answer(exchange, 200, exchange.getRequestHeaders().getFirst("Authorization") + " " + sent);
        });

        assertThat(api(Duration.ofMinutes(1)).postForm("/form", Map.of("email", "a+b@c.example")))
                .isEqualTo("Bearer secret email=a%2Bb%40c.example");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            var bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
