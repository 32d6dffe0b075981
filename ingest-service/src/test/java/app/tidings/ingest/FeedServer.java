package app.tidings.ingest;

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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server on loopback that gives named routes the answers that a test wants, and remembers who asked. */
public final class FeedServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Route> routes = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    /** Answers a request; the exchange is closed afterwards. */
    @FunctionalInterface
    public interface Route {
        void answer(HttpExchange exchange) throws IOException;
    }

    /** A request that came. */
    public record Request(String path, Map<String, List<String>> headers) {}

    public FeedServer() {
        this(InetAddress.getLoopbackAddress());
    }

    /** At another address of loopback, such as 127.0.0.2, where a test tells two hosts apart. */
    public FeedServer(InetAddress address) {
        try {
            server = HttpServer.create(new InetSocketAddress(address, 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    public FeedServer on(String path, Route route) {
        routes.put(path, route);
        return this;
    }

    /** Answers 200 with a body and, as servers do, 304 to whoever has it already. */
    public FeedServer onFeed(String path, String body) {
        var etag = "\"%x\"".formatted(body.hashCode());
        return on(path, exchange -> {
            exchange.getResponseHeaders().set("ETag", etag);
            exchange.getResponseHeaders().set("Content-Type", "application/xml; charset=utf-8");
            if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                say(exchange, 200, body);
            }
        });
    }

    /** Sends a whole answer. */
    public static void say(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    public String url(String path) {
        var at = server.getAddress();
        return "http://%s:%d%s".formatted(at.getAddress().getHostAddress(), at.getPort(), path);
    }

    /** All requests that came, in order. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    public List<Request> requests(String path) {
        return requests.stream().filter(request -> request.path().equals(path)).toList();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            requests.add(new Request(path, Map.copyOf(exchange.getRequestHeaders())));
            routes.getOrDefault(path, other -> say(other, 404, "nothing here")).answer(exchange);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
