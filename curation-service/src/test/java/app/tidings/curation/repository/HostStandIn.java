package app.tidings.curation.repository;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.curation.PageServer;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands in for the hosts of repositories, on loopback, with invented data in the form that each API's documentation shows. It is
 * as strict as that: it refuses fields of the query that were not announced (400), paths that are written otherwise (404) and
 * wrong tokens (401). What has not changed is not sent again (304).
 */
public final class HostStandIn {

    private static final Pattern ALIAS =
            Pattern.compile("(\\w+): repository\\(owner: \\$(\\w+), name: \\$(\\w+)\\) \\{ \\.\\.\\.facts }");

    private final PageServer server = new PageServer();
    private final CountDownLatch silence = new CountDownLatch(1);
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

    /**
     * Answers questions about many repositories as GitHub's GraphQL API does.
     *
     * @param authorization that is wanted
     * @param repositories what is said of each, by owner and name; of others it is said that they are not there
     */
    public void onTogether(String path, String authorization, Map<String, String> repositories) {
        server.on(path, exchange -> {
            headers.forEach(exchange.getResponseHeaders()::set);
            var asked = JsonMapper.shared().readTree(exchange.getRequestBody());
            if (!authorization.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                refuse(exchange, 401);
            } else if (!exchange.getRequestMethod().equals("POST")
                    || !Set.copyOf(asked.propertyNames()).equals(Set.of("query", "variables"))) {
                refuse(exchange, 400);
            } else {
                PageServer.say(
                        exchange, "application/json", said(asked, repositories).getBytes(UTF_8));
            }
        });
    }

    private static String said(JsonNode asked, Map<String, String> repositories) {
        var data = new ArrayList<String>();
        var errors = new ArrayList<String>();
        ALIAS.matcher(asked.path("query").asString()).results().forEach(alias -> {
            var variables = asked.path("variables");
            var name = "%s/%s"
                    .formatted(
                            variables.path(alias.group(2)).asString(),
                            variables.path(alias.group(3)).asString());
            data.add("\"%s\": %s".formatted(alias.group(1), repositories.get(name)));
            if (!repositories.containsKey(name)) {
                errors.add(
                        "{\"type\": \"NOT_FOUND\", \"path\": [\"%s\"], \"message\": \"no\"}".formatted(alias.group(1)));
            }
        });
        return "{\"data\": {%s}, \"errors\": [%s]}".formatted(String.join(",", data), String.join(",", errors));
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

    /** Lets whoever asks wait, until {@link #endSilence}. */
    public void silent(String path) {
        server.on(path, exchange -> {
            try {
                var _ = silence.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    public void endSilence() {
        silence.countDown();
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
