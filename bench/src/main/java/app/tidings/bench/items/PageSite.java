package app.tidings.bench.items;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.local.run.Refusal;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The site of the pages, on loopback: {@code /<number>} is the page of that number. */
final class PageSite implements Closeable {

    private static final int BACKLOG = 1_024;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final PageWriter pages;

    /** Serves at an address of loopback from now on. */
    PageSite(InetAddress address, int port, PageWriter pages) {
        this.pages = pages;
        try {
            this.server = HttpServer.create(new InetSocketAddress(address, port), BACKLOG);
        } catch (IOException e) {
            throw new Refusal("the pages cannot be served at %s:%d".formatted(address.getHostAddress(), port), e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var number = path.matches("/\\d{1,9}") ? Integer.parseInt(path.substring(1)) : -1;
            if (number < 0) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            var page = pages.write(number).getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
