package app.tidings.curation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** The web of the tests, on loopback: named routes with the answers that a test wants, and a memory of who asked. */
public final class PageServer {

    private final HttpServer server;
    private final Map<String, Route> routes = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** Answers a request; the exchange is closed afterwards. */
    @FunctionalInterface
    public interface Route {
        void answer(HttpExchange exchange) throws IOException;
    }

    public PageServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    /** Puts an answer at a path and returns the address. */
    public String on(String path, Route route) {
        routes.put(path, route);
        return url(path);
    }

    public String onPage(String path, String html) {
        return on(path, exchange -> say(exchange, "text/html; charset=utf-8", html.getBytes(UTF_8)));
    }

    public String onBytes(String path, String contentType, byte[] body) {
        return on(path, exchange -> say(exchange, contentType, body));
    }

    public String url(String path) {
        return "http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path);
    }

    /** How often a path was asked for. */
    public long askedFor(String path) {
        return asked.stream().filter(path::equals).count();
    }

    public static void say(HttpExchange exchange, String contentType, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            asked.add(path);
            routes.getOrDefault(path, other -> other.sendResponseHeaders(404, -1))
                    .answer(exchange);
        }
    }
}
