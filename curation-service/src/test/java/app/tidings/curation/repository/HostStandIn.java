package app.tidings.curation.repository;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.curation.PageServer;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Stands in for the hosts of repositories, on loopback, with invented data in the form that each API's documentation shows. It is
 * as strict as that: it refuses fields of the query that were not announced (400), paths that are written otherwise (404) and
 * wrong tokens (401). What has not changed is not sent again (304).
 */
public final class HostStandIn {

    private final PageServer server = new PageServer();
    private final AtomicInteger notModified = new AtomicInteger();
    private final Map<String, String> headers = new ConcurrentHashMap<>();

    /**
     * How a call must be made.
     *
     * @param path as it is sent, escapes and all
     * @param query as it is sent; empty for none
     * @param authorization the header that holds the token, and its value; empty for none
     */
    public record Call(String path, String query, Map<String, String> authorization) {

        public static Call anonymous(String path) {
            return new Call(path, "", Map.of());
        }
    }

    /** Headers that all answers have from now on. */
    public void say(Map<String, String> with) {
        headers.clear();
        headers.putAll(with);
    }

    public void on(Call call, String json) {
        server.on(URI.create(call.path()).getPath(), exchange -> {
            headers.forEach(exchange.getResponseHeaders()::set);
            if (!exchange.getRequestURI().getRawPath().equals(call.path())) {
                refuse(exchange, 404);
            } else if (!call.query()
                    .equals(Objects.toString(exchange.getRequestURI().getRawQuery(), ""))) {
                refuse(exchange, 400);
            } else if (!isAuthorized(call, exchange)) {
                refuse(exchange, 401);
            } else {
                answer(exchange, json);
            }
        });
    }

    /** Refuses whoever asks. */
    public void refuse(String path, int status, String message) {
        server.on(path, exchange -> {
            headers.forEach(exchange.getResponseHeaders()::set);
            var body = message.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        });
    }

    /** Sends whoever asks on to another address, as hosts do for a repository that was renamed. */
    public void move(String path, String address) {
        server.on(path, exchange -> {
            exchange.getResponseHeaders().set("Location", address);
            exchange.sendResponseHeaders(301, -1);
        });
    }

    private static boolean isAuthorized(Call call, HttpExchange exchange) {
        var sent = exchange.getRequestHeaders();
        return Stream.of("Authorization", "Private-Token")
                .allMatch(name -> Objects.equals(call.authorization().get(name), sent.getFirst(name)));
    }

    private void answer(HttpExchange exchange, String json) throws IOException {
        var etag = "\"%x\"".formatted(json.hashCode());
        exchange.getResponseHeaders().set("ETag", etag);
        if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            notModified.incrementAndGet();
            exchange.sendResponseHeaders(304, -1);
        } else {
            PageServer.say(exchange, "application/json; charset=utf-8", json.getBytes(UTF_8));
        }
    }

    private static void refuse(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
    }

    public String url(String path) {
        return server.url(path);
    }

    public long askedFor(String path) {
        return server.askedFor(path);
    }

    /** How often it was said that nothing has changed. */
    public int notModified() {
        return notModified.get();
    }
}
