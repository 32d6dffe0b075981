package app.tidings.ingest.connector;

import static app.tidings.ingest.FeedServer.say;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.ingest.FeedServer;
import app.tidings.ingest.IngestTest;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Stands in for the public APIs, on loopback: answers invented data in the form that each API's documentation shows, and is as
 * strict as that: it refuses fields of the query that are not documented (400), a wrong token (401), a program that does not
 * name itself as the API wants (403), and calls that come too fast (429). Each API has a path of its own in front. What has not
 * changed is not sent again (304).
 */
final class ApiStandIn implements AutoCloseable {

    static final String TOKEN = "ghp_invented";
    static final String APP = "app";
    static final String SECRET = IngestTest.REDDIT_SECRET;
    static final String USER_AGENT = "server:example.tidings:v1 (by /u/ann)";

    /** How often each path lets itself be asked. */
    static final int MOST_CALLS = 5;

    private static final String REDDIT_TOKEN = "invented-token";
    private static final Map<String, String> AUTHORIZATIONS = Map.of(
            "/github", "Bearer " + TOKEN,
            "/oauth", "Bearer " + REDDIT_TOKEN,
            "/reddit", "Basic " + Base64.getEncoder().encodeToString((APP + ":" + SECRET).getBytes(ISO_8859_1)));

    private final FeedServer server = new FeedServer();
    private final Map<String, Integer> calls = new ConcurrentHashMap<>();
    private final Map<String, Duration> gaps = new ConcurrentHashMap<>();
    private final Map<String, Long> lastCalls = new ConcurrentHashMap<>();
    private final AtomicInteger notModified = new AtomicInteger();

    /**
     * Answers at a path.
     *
     * @param fields what the query of a call must hold, and nothing else
     */
    ApiStandIn on(String path, Set<String> fields, String type, String body) {
        return on(path, fields, type, query -> body);
    }

    /** As {@link #on(String, Set, String, String)}, by what the query says. */
    ApiStandIn on(String path, Set<String> fields, String type, Function<Map<String, String>, String> body) {
        server.on(URLDecoder.decode(path, UTF_8), exchange -> {
            var query = query(exchange);
            exchange.getResponseHeaders().set("Content-Type", type);
            if (isTooFast(path)) {
                exchange.getResponseHeaders().set("Retry-After", "7200");
                say(exchange, 429, "{\"error\": \"too fast\"}");
            } else if (!fields.equals(query.keySet())) {
                say(exchange, 400, "{\"error\": \"fields are not those that are known\"}");
            } else if (!exchange.getRequestURI().getRawPath().equals(path)) {
                say(exchange, 404, "{\"error\": \"the path is written otherwise\"}");
            } else if (!isAuthorized(path, exchange)) {
                say(exchange, 401, "{\"error\": \"bad credentials\"}");
            } else if (!isNamed(path, exchange)) {
                say(exchange, 403, "{\"error\": \"what are you?\"}");
            } else {
                answer(exchange, body.apply(query));
            }
        });
        return this;
    }

    /** Hands out Reddit's tokens. */
    ApiStandIn onTokens(String path) {
        return on(path, Set.of(), "application/json", """
                {"access_token": "%s", "token_type": "bearer", "expires_in": 3600, "scope": "*"}""".formatted(REDDIT_TOKEN));
    }

    /** Refuses whatever comes, with these headers. */
    ApiStandIn refuse(String path, int status, Map<String, String> headers) {
        server.on(path, exchange -> {
            headers.forEach(exchange.getResponseHeaders()::set);
            say(exchange, status, "{\"message\": \"no\"}");
        });
        return this;
    }

    /** Wants a pause between two calls of a path. */
    ApiStandIn slowly(String path, Duration gap) {
        gaps.put(path, gap);
        return this;
    }

    private boolean isTooFast(String path) {
        var now = System.nanoTime();
        var last = lastCalls.put(path, now);
        var gap = gaps.getOrDefault(path, Duration.ZERO);
        return calls.merge(path, 1, Integer::sum) > MOST_CALLS || (last != null && now - last < gap.toNanos());
    }

    private static boolean isAuthorized(String path, HttpExchange exchange) {
        var api = path.substring(0, path.indexOf('/', 1) < 0 ? path.length() : path.indexOf('/', 1));
        var expected = AUTHORIZATIONS.get(api);
        var shown = exchange.getRequestHeaders().getFirst("Authorization");
        return expected == null ? shown == null : expected.equals(shown);
    }

    private static boolean isNamed(String path, HttpExchange exchange) {
        var headers = exchange.getRequestHeaders();
        return switch (path.substring(1).replaceFirst("/.*", "")) {
            case "github" -> "2022-11-28".equals(headers.getFirst("X-GitHub-Api-Version"));
            case "oauth", "reddit" -> USER_AGENT.equals(headers.getFirst("User-Agent"));
            default -> true;
        };
    }

    private void answer(HttpExchange exchange, String body) throws IOException {
        var etag = "\"%x\"".formatted(body.hashCode());
        exchange.getResponseHeaders().set("ETag", etag);
        if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            notModified.incrementAndGet();
            exchange.sendResponseHeaders(304, -1);
        } else {
            say(exchange, 200, body);
        }
    }

    private static Map<String, String> query(HttpExchange exchange) throws IOException {
        var query = new HashMap<String, String>();
        var raw = exchange.getRequestURI().getRawQuery();
        for (var field : raw == null ? new String[0] : raw.split("&", -1)) {
            var parts = field.split("=", 2);
            if (parts.length != 2 || query.put(parts[0], URLDecoder.decode(parts[1], UTF_8)) != null) {
                throw new IOException("a query of another form: " + Arrays.toString(parts));
            }
        }
        return query;
    }

    String url(String path) {
        return server.url(path);
    }

    /** How often the path was asked for, whatever came of it. */
    int calls(String path) {
        return server.requests(path).size();
    }

    /** How often it was said that nothing has changed. */
    int notModified() {
        return notModified.get();
    }

    @Override
    public void close() {
        server.close();
    }
}
