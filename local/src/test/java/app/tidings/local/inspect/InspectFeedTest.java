package app.tidings.local.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InspectFeedTest {

    private static final String RSS = """
            <rss version="2.0"><channel><title>潮汐笔记</title><link>/</link><language>zh-CN</language>
            <item><title>One &amp;amp; two</title><link>posts/1</link><guid isPermaLink="false">1</guid>
            <pubDate>Mon, 16 Nov 2026 08:30:00 +0800</pubDate><author>ana@notes.example (Ana)</author></item>
            </channel></rss>""";

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int inspect(String... arguments) {
        return Inspect.run(List.of(arguments), new PrintStream(out, false, UTF_8), new PrintStream(err, true, UTF_8));
    }

    private Path file(String name, String text, Charset charset) throws IOException {
        return Files.write(directory.resolve(name), text.getBytes(charset));
    }

    @Test
    void tellsWhatAFeedSays() throws IOException {
        var file = file("feed.xml", RSS, UTF_8);

        assertThat(inspect("feed", file.toString())).isZero();

        assertThat(out.toString(UTF_8)).isEqualToIgnoringNewLines("""
                {"file":"%s","feedType":"rss","title":"潮汐笔记","link":"/","language":"zh-CN","entries":\
                [{"id":"1","title":"One & two","link":"posts/1","published":"2026-11-16T00:30:00Z","updated":null,\
                "author":"ana@notes.example (Ana)"}]}""".formatted(file));
    }

    @Test
    void goesOnBehindAnInputThatCannotBeRead() throws IOException {
        var file = file("feed.xml", RSS, UTF_8);
        var page = file("page.html", "<!doctype html><html></html>", UTF_8);

        assertThat(inspect("feed", "no/such/file", directory.toString(), page.toString(), file.toString()))
                .isZero();

        assertThat(out.toString(UTF_8).lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .isEqualTo("{\"file\":\"no/such/file\",\"error\":\"there is no such file\"}"),
                        line -> assertThat(line).endsWith("\"error\":\"the file cannot be read\"}"),
                        line -> assertThat(line)
                                .contains("\"error\":\"the address answers with an HTML page, not a feed"),
                        line -> assertThat(line).contains("\"title\":\"潮汐笔记\""));
    }

    @Test
    void readsAListWithTheHeadersOfEachFeed() throws IOException {
        file("gbk.xml", RSS.replace("<language>zh-CN</language>", ""), Charset.forName("GBK"));
        var list = file("list.jsonl", """
                {"file": "gbk.xml", "base_url": "https://a.example/feed", "other": {"a": [1]}, "headers": {"Content-Type": "text/xml; charset='gb2312'", "Content-Language": "zh"}}

                {"file": "gbk.xml", "base_url": null, "headers": {"content-location": "https://b.example/x/"}}
                """, UTF_8);

        assertThat(inspect("feed", "--list", list.toString(), "--base-dir", directory.toString()))
                .isZero();

        assertThat(out.toString(UTF_8).lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith(
                                        "{\"file\":\"gbk.xml\",\"feedType\":\"rss\",\"title\":\"潮汐笔记\",\"link\":\"https://a.example/\",\"language\":\"zh\"")
                                .contains("\"link\":\"https://a.example/posts/1\""),
                        line -> assertThat(line).contains("\"link\":\"https://b.example/x/posts/1\""));
    }

    @Test
    void fetchesAnAddressThroughTheSafeFetcher() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/feed", exchange -> {
            var bytes = RSS.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        var address = "http://127.0.0.1:%d/feed".formatted(server.getAddress().getPort());
        try {
            inspect("feed", address);
            System.setProperty("tidings.fetch.allowed-private", "127.0.0.0/8");
            inspect("feed", address, address + "/../gone");
        } finally {
            System.clearProperty("tidings.fetch.allowed-private");
            server.stop(0);
        }

        assertThat(out.toString(UTF_8).lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("not public"),
                        line -> assertThat(line).contains("/posts/1\""),
                        line -> assertThat(line).contains("\"error\":\"the server answers with status 404\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "songs",
                "feed",
                "feed --list",
                "feed --list no/such/list",
                "feed --colour red",
                "feed --base-dir x",
            })
    void refusesBadArgumentsInOneLine(String arguments) {
        assertThat(inspect(arguments.isEmpty() ? new String[0] : arguments.split(" ")))
                .isEqualTo(2);

        assertThat(out.toString(UTF_8)).isEmpty();
        assertThat(err.toString(UTF_8)).startsWith("tidings: ").hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not json", "[]", "{}", "{\"file\": null}", "{\"file\": \"a\""})
    void refusesAListThatIsNone(String line) throws IOException {
        var list = file("list.jsonl", line, UTF_8);

        assertThat(inspect("feed", "--list", list.toString())).isEqualTo(2);

        assertThat(err.toString(UTF_8)).startsWith("tidings: ").hasLineCount(1);
    }
}
