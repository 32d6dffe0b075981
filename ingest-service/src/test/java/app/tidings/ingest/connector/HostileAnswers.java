package app.tidings.ingest.connector;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.ingest.FeedServer;
import app.tidings.ingest.connector.HtmlPageConnector.HtmlPageSettings;
import app.tidings.ingest.connector.JsonPathConnector.JsonPathSettings;
import app.tidings.ingest.connector.MastodonConnector.MastodonSettings;
import app.tidings.ingest.connector.PodcastConnector.PodcastSettings;
import app.tidings.platform.fetch.SafeFetcher;
import app.tidings.platform.fetch.TestSettings;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * Has sources read whose answers are made to cost as much as they can, and prints how long each took. A program of its own,
 * so that a test can give it no more memory than reading may need.
 */
final class HostileAnswers {

    private static final int LARGEST = 10 * 1024 * 1024 - 16;
    private static final int LARGEST_PAGE = 2 * 1024 * 1024 - 16;

    /** Time of the processor: others may build on the same machine. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final FeedServer web = new FeedServer();
    private final SafeFetcher fetcher = new SafeFetcher(TestSettings.onLoopback("max-size=10MB"));

    private HostileAnswers() {}

    /** Prints a line with name and milliseconds for each. */
    public static void main(String... arguments) {
        new HostileAnswers().run();
    }

    private void run() {
        for (var repeated : List.of( // the first is cheap, so that none is charged with what the machine learns by it
                "<li>x",
                "<a href=x>",
                "<b>",
                "<div>x",
                "<p><a href=x>",
                "<table><tr><td>",
                "<font a><font b>",
                "<select><option>",
                "<svg><a>",
                "<!--",
                "&lt;",
                "<template>",
                "<div><span>x</span>",
                "<x a='",
                "<p>x",
                "<ul><li><div>x")) {
            page(repeated, "", repeated, "div, li, a, p");
        }
        page("attributes", "<div ", "%d ", "div");
        page("text in text", "<div>".repeat(500), "words ", "div");
        page("selector", "", "<div>", "div div div div div");
        page("robots", "", "<li>", "li");
        for (var repeated : List.of(
                "{},", "[],", "1,", "{\"a\":{}},", "[", "\"a\",", "1", "null,", "\"\\u0000\",", "{\"link\":\"x\"},")) {
            json(repeated, "[", repeated);
        }
        json("long text", "[{\"link\":\"https://a.example/\",\"title\":\"", "x");
        podcast("items", "<rss><channel>", "<item><guid>x</guid></item>");
        podcast("elements", "<rss><channel>", "<a/>");
        podcast("open", "<rss><channel>", "<a>");
        podcast("guid", "<rss><channel><item><guid>", "x");
        mastodon("content", "[{\"content\":\"", "<a>");
        fetcher.close();
        web.close();
    }

    private void page(String name, String start, String repeated, String selector) {
        web.on(
                "/robots.txt",
                exchange -> FeedServer.say(
                        exchange, 200, "user-agent: *\n" + ("disallow: /" + "*a".repeat(990) + "b\n").repeat(250)));
        var url = URI.create(web.url("/" + "a".repeat(4_000)));
        answer(url.getPath(), "text/html", filled(start, repeated, LARGEST_PAGE));
        var connector = new HtmlPageConnector(new Robots(TestSettings.with()));
        timed(
                "page " + name,
                () -> connector.read(new HtmlPageSettings(url, selector, null, null, null, selector), ask()));
    }

    private void json(String name, String start, String repeated) {
        var url = URI.create(web.url("/json"));
        answer("/json", "application/json", filled(start, repeated, LARGEST));
        var settings = new JsonPathSettings(url, "/*", "/link", "/title", "/id", "/date", "/title");
        timed("json " + name, () -> new JsonPathConnector().read(settings, ask()));
    }

    private void podcast(String name, String start, String repeated) {
        answer("/podcast", "application/xml", filled(start, repeated, LARGEST));
        var settings = new PodcastSettings(URI.create(web.url("/podcast")));
        timed("podcast " + name, () -> new PodcastConnector().read(settings, ask()));
    }

    private void mastodon(String name, String start, String repeated) {
        answer("/api/v1/timelines/tag/a", "application/json", filled(start, repeated, LARGEST, "\"}]"));
        var settings = new MastodonSettings(URI.create(web.url("")), "a", null);
        timed("mastodon " + name, () -> new MastodonConnector().read(settings, ask()));
    }

    private Ask ask() {
        return new Ask("127.0.0.1", Validators.NONE, RequestSettings.NONE, fetcher::fetch, Instant.EPOCH);
    }

    private void answer(String path, String type, byte[] body) {
        web.on(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        });
    }

    /** A reading of a source. */
    private interface Read {
        Reading read();
    }

    private static void timed(String name, Read read) {
        var started = THREADS.getCurrentThreadCpuTime();
        var reading = read.read();
        var millis = (THREADS.getCurrentThreadCpuTime() - started) / 1_000_000;
        var came = reading instanceof Reading.Failed failed
                ? failed.reason()
                : reading.getClass().getSimpleName();
        System.out.printf("%d %s: %s%n", millis, name, came);
    }

    private static byte[] filled(String start, String repeated, int size) {
        return filled(start, repeated, size, "");
    }

    private static byte[] filled(String start, String repeated, int size, String end) {
        var text = new StringBuilder(size).append(start);
        for (var i = 0; text.length() < size - end.length() - repeated.length() - 8; i++) {
            text.append(repeated.replace("%d", "a" + i));
        }
        return text.append(end).toString().getBytes(UTF_8);
    }
}
