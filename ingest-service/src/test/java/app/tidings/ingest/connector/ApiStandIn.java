package app.tidings.ingest.connector;

import static app.tidings.ingest.FeedServer.say;
import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.ingest.FeedServer;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands in for the public APIs, on loopback: answers invented data in the form that each API's documentation shows, and is as
 * strict as that: it refuses fields of the query that are not documented (400), a wrong token (401), and calls that come too
 * fast (429). Each API has a path of its own in front.
 */
final class ApiStandIn implements AutoCloseable {

    static final String TOKEN = "ghp_invented";

    private static final int MOST_CALLS = 3;

    private final FeedServer server = new FeedServer();
    private final Map<String, Integer> calls = new ConcurrentHashMap<>();

    /**
     * Answers at a path.
     *
     * @param fields what the query of a call must hold, and nothing else
     */
    ApiStandIn on(String path, Set<String> fields, String type, String body) {
        server.on(path, exchange -> {
            var query = query(exchange);
            var authorization = exchange.getRequestHeaders().getFirst("Authorization");
            var count = calls.merge(path, 1, Integer::sum);
            exchange.getResponseHeaders().set("Content-Type", type);
            if (count > MOST_CALLS) {
                exchange.getResponseHeaders().set("Retry-After", "3600");
                say(exchange, 429, "{\"error\": \"too fast\"}");
            } else if (!fields.equals(query.keySet())) {
                say(exchange, 400, "{\"error\": \"fields are not those that are known\"}");
            } else if (path.startsWith("/github") != ("Bearer " + TOKEN).equals(authorization)) {
                say(exchange, 401, "{\"error\": \"bad credentials\"}");
            } else {
                say(exchange, 200, body);
            }
        });
        return this;
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

    @Override
    public void close() {
        server.close();
    }
}
