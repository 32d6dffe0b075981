package app.tidings.local.newsroom;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.local.newsroom.Page.Kind;
import app.tidings.local.newsroom.Site.Fault;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The demo's newsroom: invented sites on one port of 127.0.0.1, with articles, repositories, episodes, a discussion and their
 * feeds, of which some misbehave. To its readers it is the web: plain pages, entity tags, dates, answers of 304 and 404.
 */
public final class Newsroom implements AutoCloseable {

    /** What the misbehaving feed answers first. */
    private static final String NOT_NOW = "The forum is being restarted. Please come back in a minute.";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Origin origin;
    private final Path hasFailed;
    private final Map<String, Answer> answers = new HashMap<>();
    private final Map<String, Fault> faults = new HashMap<>();

    private Newsroom(HttpServer server, URI root, Path directory, InstantSource clock) {
        this.server = server;
        this.origin = Origin.remembered(directory, root, clock);
        this.hasFailed = directory.resolve("has-failed");
        print(Content.load());
    }

    /**
     * Opens at a port of 127.0.0.1; returns when it answers.
     *
     * @param directory keeps what has to be the same after a restart
     * @param port 0 for any that is free
     */
    public static Newsroom onThisMachine(Path directory, int port, InstantSource clock) {
        var server = bound(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
        var root =
                URI.create("http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
        return opened(server, root, directory, clock);
    }

    /**
     * Opens at every address of this machine, under the name by which others know it; returns when it answers.
     *
     * @param directory keeps what has to be the same after a restart
     * @param root scheme, name and port
     */
    public static Newsroom underTheName(Path directory, URI root, InstantSource clock) {
        return opened(bound(new InetSocketAddress(root.getPort())), root, directory, clock);
    }

    private static Newsroom opened(HttpServer server, URI root, Path directory, InstantSource clock) {
        var newsroom = new Newsroom(server, root, directory, clock);
        server.createContext("/", newsroom::answer);
        server.setExecutor(newsroom.threads);
        server.start();
        return newsroom;
    }

    private static HttpServer bound(InetSocketAddress address) {
        try {
            return HttpServer.create(address, 0);
        } catch (IOException e) {
            throw new UncheckedIOException("the newsroom cannot have port " + address.getPort(), e);
        }
    }

    /** Where the list of its sites is. */
    public URI address() {
        return origin.root();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private void print(Content content) {
        var html = new PageHtml(content, origin);
        put("/", html.index());
        for (var page : content.pages()) {
            answers.put(page.path(), Answer.of(Answer.HTML, html.page(page), origin.published(page)));
            if (page.front().kindOrArticle() == Kind.REPOSITORY) {
                put("/api/repos/" + page.slug(), "application/json", JsonDocuments.repository(origin, page));
            }
            if (page.front().kindOrArticle() == Kind.EPISODE) {
                answers.put(PageHtml.audioOf(page), Answer.of(Waves.MEDIA_TYPE, Waves.wav(), origin.published(page)));
            }
        }
        content.figures()
                .forEach((name, bytes) ->
                        answers.put("/figures/" + name, Answer.of("image/png", bytes, origin.openedAt())));
        for (var site : content.sites().values()) {
            put(site.home(), html.home(site));
            printFeed(site, content, html);
        }
    }

    private void printFeed(Site site, Content content, PageHtml html) {
        var shown = Shown.by(site, content, origin);
        var feed = switch (site.feed().format()) {
            case RSS -> FeedXml.rss(origin, site, shown);
            case ATOM -> FeedXml.atom(origin, site, shown);
            case JSON -> JsonDocuments.feed(origin, site, shown);
        };
        switch (site.feed().fault()) {
            case null -> put(site.feedPath(), site.feed().format().mediaType(), feed);
            case PAGE_INSTEAD -> put(site.feedPath(), html.home(site));
            case BREAKS_OFF -> put(site.feedPath(), site.feed().format().mediaType(), brokenOff(feed));
            case FIRST_ANSWER_500 -> {
                put(site.feedPath(), site.feed().format().mediaType(), feed);
                faults.put(site.feedPath(), Fault.FIRST_ANSWER_500);
            }
        }
    }

    /** The feed with an unfinished item of somebody who writes XML by hand. */
    private static String brokenOff(String feed) {
        var end = feed.indexOf("</channel>");
        return feed.substring(0, end) + "<item><title>Fish & Ships</title><link>http://";
    }

    private void put(String path, String html) {
        put(path, Answer.HTML, html);
    }

    private void put(String path, String mediaType, String body) {
        answers.put(path, Answer.of(mediaType, body, origin.openedAt()));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = Objects.requireNonNullElse(exchange.getRequestURI().getPath(), "/");
            var answer = answers.get(path);
            if (!exchange.getRequestMethod().equals("GET")
                    && !exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(405, -1);
            } else if (answer == null) {
                say(exchange, 404, "There is no such page in the newsroom.");
            } else if (faults.get(path) == Fault.FIRST_ANSWER_500 && failsNow()) {
                say(exchange, 500, NOT_NOW);
            } else {
                send(exchange, answer);
            }
        }
    }

    /** Once for each data directory, so that a second run finds it mended. */
    private synchronized boolean failsNow() throws IOException {
        if (Files.exists(hasFailed)) {
            return false;
        }
        Files.createFile(hasFailed);
        return true;
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        var asked = exchange.getRequestHeaders();
        var told = exchange.getResponseHeaders();
        told.set("ETag", answer.etag());
        told.set("Last-Modified", answer.lastModified());
        told.set("Cache-Control", "max-age=60");
        if (answer.isKnownTo(asked.getFirst("If-None-Match"), asked.getFirst("If-Modified-Since"))) {
            exchange.sendResponseHeaders(304, -1);
            return;
        }
        told.set("Content-Type", answer.mediaType());
        write(exchange, 200, answer.body());
    }

    private static void say(HttpExchange exchange, int status, String text) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        write(exchange, status, text.getBytes(UTF_8));
    }

    private static void write(HttpExchange exchange, int status, byte[] body) throws IOException {
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(body.length));
            exchange.sendResponseHeaders(status, -1);
        } else {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
