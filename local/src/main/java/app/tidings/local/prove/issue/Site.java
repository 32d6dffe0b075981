package app.tidings.local.prove.issue;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** A site on 127.0.0.1 that has a feed of two new pages for every issue. */
public final class Site implements AutoCloseable {

    /** Pages that each feed shows. */
    static final int PAGES = 2;

    private static final Pattern FEED = Pattern.compile("/(\\d+)/feed\\.xml");
    private static final Pattern PAGE = Pattern.compile("/(\\d+)/(\\d+)");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Instant openedAt;

    private Site(HttpServer server, InstantSource clock) {
        this.server = server;
        this.openedAt = clock.instant();
    }

    /** Opens at some free port. */
    public static Site open(InstantSource clock) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
            var site = new Site(server, clock);
            server.createContext("/", site::answer);
            server.setExecutor(site.threads);
            server.start();
            return site;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is. */
    public URI address() {
        return URI.create("http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
    }

    /** The feed for an issue. */
    URI feed(int issue) {
        return address().resolve("/%d/feed.xml".formatted(issue));
    }

    /** Whether it shows a page of that issue's feed. */
    boolean isOf(int issue, URI page) {
        return page.toString()
                .startsWith(address().resolve("/%d/".formatted(issue)).toString());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var feed = FEED.matcher(path);
            var page = PAGE.matcher(path);
            if (feed.matches()) {
                send(exchange, "application/rss+xml", rss(Integer.parseInt(feed.group(1))));
            } else if (page.matches()) {
                send(exchange, "text/html; charset=utf-8", html(page.group(1), page.group(2)));
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private static void send(HttpExchange exchange, String mediaType, String text) throws IOException {
        var body = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", mediaType);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private String rss(int issue) {
        var items = new StringBuilder();
        for (var page = 1; page <= PAGES; page++) {
            items.append("<item><title>Page %d for issue %d</title><link>%s</link><pubDate>%s</pubDate></item>"
                    .formatted(
                            page,
                            issue,
                            address().resolve("/%d/%d".formatted(issue, page)),
                            DateTimeFormatter.RFC_1123_DATE_TIME.format(openedAt.atZone(ZoneOffset.UTC))));
        }
        return """
                <?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Feed %d</title>\
                <link>%s</link><description>For proofs</description>%s</channel></rss>""".formatted(issue, address(), items);
    }

    private static String html(String issue, String page) {
        return """
                <!doctype html><html lang="en"><head><title>Page %s for issue %s</title></head><body><article><h1>Page</h1>\
                <p>There is not much to read here, but it is read all the same, looked up, chosen and sent.</p>\
                </article></body></html>""".formatted(page, issue);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
