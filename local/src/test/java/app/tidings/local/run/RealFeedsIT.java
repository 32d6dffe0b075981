package app.tidings.local.run;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tidings.local.stage.Api;
import app.tidings.local.stage.Editor;
import app.tidings.local.stage.Editor.Issue;
import app.tidings.local.stage.Patience;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import com.sun.net.httpserver.SimpleFileServer.OutputLevel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Feeds of real sites, and those that other readers of feeds are tested with, come in by OPML; an issue of 24 entries in four
 * sections goes out. The environment's {@code TIDINGS_CORPUS} names the folder with {@code feeds} and {@code sources/demo-feeds}.
 */
@EnabledIfEnvironmentVariable(named = "TIDINGS_CORPUS", matches = ".+")
class RealFeedsIT {

    private static final String PUBLICATION = "tidings-weekly";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String OLD_LINKS = "tidings.ingest.max-link-age";

    /** How many entries of each section, and the category by which the feeds name it. */
    private static final Map<String, Integer> WANTED =
            new TreeMap<>(Map.of("articles", 12, "projects", 6, "audio", 3, "discussions", 3));

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path directory;

    private final Path corpus = Path.of(System.getenv().getOrDefault("TIDINGS_CORPUS", "."));
    private final HttpClient client = HttpClient.newHttpClient();
    private final Patience patience = Patience.silent(PATIENCE.multipliedBy(3));
    private HttpServer web;
    private URI root;
    private Installation installation;
    private AllInOne everything;

    @BeforeEach
    void start() {
        System.setProperty(OLD_LINKS, "36500d"); // the feeds are years old
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        web = SimpleFileServer.createFileServer(address, corpus.toAbsolutePath().normalize(), OutputLevel.NONE);
        web.start();
        var home = Home.at(directory);
        root = URI.create("http://127.0.0.1:%d/".formatted(web.getAddress().getPort()));
        installation = new Installation(home, Ports.free(), Secrets.in(home), root);
        everything = AllInOne.start(installation, _ -> {});
    }

    @AfterEach
    void stop() {
        System.clearProperty(OLD_LINKS);
        everything.close();
        web.stop(0);
        client.close();
    }

    @Test
    void becomeAnIssueOfTwentyFourEntriesInFourSections() {
        var feeds = feeds();
        importAll(feeds);
        awaitPolls(feeds.size());
        var sections = categories();
        var items = awaitItems(sections);

        var issue = makeAnIssue(chosen(items, sections));

        var page = Jsoup.parse(api(Service.RENDER).text("/%s/zh/1".formatted(PUBLICATION)));
        assertThat(issue.isDone()).isTrue();
        assertThat(page.select("section.section")).hasSize(WANTED.size());
        assertThat(page.select("li.entry")).hasSize(24);
        assertThat(deadLetters()).isZero();
    }

    private List<Path> feeds() {
        return Stream.of("sources/demo-feeds", "feeds").flatMap(this::feedsIn).toList();
    }

    private Stream<Path> feedsIn(String folder) {
        try (var files = Files.walk(corpus.resolve(folder))) {
            return files
                    .filter(file -> file.toString().matches(".*(\\.xml|\\.rss|feed\\.json)"))
                    .map(corpus::relativize)
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void importAll(List<Path> feeds) {
        var opml = feeds.stream()
                .map(feed -> "<outline type=\"rss\" text=\"%s\" xmlUrl=\"%s\"/>"
                        .formatted(feed.getFileName(), root.resolve(feed.toString())))
                .collect(joining("\n", "<opml version=\"2.0\"><head/><body>\n", "\n</body></opml>"));
        var begun = await("ingest knows the publication")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(
                        () -> api(Service.INGEST)
                                .postText(
                                        "/api/v1/sources/imports?publication=" + PUBLICATION,
                                        "text/x-opml",
                                        opml,
                                        JsonNode.class),
                        answer -> answer.hasNonNull("id"));
        await("the list is in").atMost(PATIENCE).until(() -> {
            var report = api(Service.INGEST)
                    .get("/api/v1/sources/imports/" + begun.path("id").asString(), JsonNode.class);
            return report.path("added").asInt() == feeds.size();
        });
    }

    private void awaitPolls(int count) {
        await("every source is polled").atMost(PATIENCE).until(() -> {
            var polled = sources()
                    .filter(source -> !source.path("lastPoll").isNull())
                    .count();
            return polled == count;
        });
        var outcomes = new TreeMap<String, Integer>();
        sources()
                .forEach(source -> outcomes.merge(
                        source.at("/lastPoll/type").asString() + " "
                                + source.at("/lastPoll/reason").asString(""),
                        1,
                        Integer::sum));
        System.err.println("RealFeedsIT: " + outcomes);
    }

    private Stream<JsonNode> sources() {
        return pages(Service.INGEST, "/api/v1/sources", "sources");
    }

    /** All of a list that is read page by page. */
    private Stream<JsonNode> pages(Service service, String path, String field) {
        var all = new ArrayList<JsonNode>();
        var cursor = "";
        while (true) {
            var page = api(service)
                    .get("%s?publication=%s&limit=200%s".formatted(path, PUBLICATION, cursor), JsonNode.class);
            page.path(field).forEach(all::add);
            if (page.path("next").isNull()) {
                return all.stream();
            }
            cursor = "&cursor=" + Api.encoded(page.path("next").asString());
        }
    }

    /** The section that a feed of the corpus names for each address. */
    private Map<String, String> categories() {
        var categories = new LinkedHashMap<String, String>();
        feedsIn("sources/demo-feeds").map(corpus::resolve).forEach(file -> {
            var text = read(file);
            if (file.toString().endsWith(".json")) {
                JsonMapper.shared()
                        .readTree(text)
                        .path("items")
                        .forEach(item -> categories.put(
                                item.path("url").asString(),
                                section(item.at("/tags/0").asString())));
            } else {
                Jsoup.parse(text, Parser.xmlParser())
                        .select("item, entry")
                        .forEach(entry -> categories.put(link(entry), section(category(entry))));
            }
        });
        return categories;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String link(Element entry) {
        var link = entry.selectFirst("link");
        return link == null ? "" : link.hasAttr("href") ? link.attr("href") : link.text();
    }

    private static String category(Element entry) {
        var category = entry.selectFirst("category");
        return category == null ? "" : category.hasAttr("term") ? category.attr("term") : category.text();
    }

    private static String section(String category) {
        return category.equals("podcasts") ? "audio" : category;
    }

    /** Once everything that came in was looked up, as far as that is possible without a network. */
    private List<JsonNode> awaitItems(Map<String, String> sections) {
        await("the feeds' items are looked up").atMost(PATIENCE).until(() -> {
            var items = pages(Service.CURATION, "/api/v1/items", "items").toList();
            return items.size() >= sections.size() * 9 / 10
                    && items.stream().allMatch(item -> item.path("enriched").asBoolean());
        });
        return pages(Service.CURATION, "/api/v1/items", "items").toList();
    }

    private static Map<JsonNode, String> chosen(List<JsonNode> items, Map<String, String> sections) {
        var chosen = new LinkedHashMap<JsonNode, String>();
        WANTED.forEach((section, count) -> items.stream()
                .filter(item -> section.equals(sections.get(item.path("url").asString())))
                .limit(count)
                .forEach(item -> chosen.put(item, section)));
        assertThat(chosen).hasSize(24);
        return chosen;
    }

    private Issue makeAnIssue(Map<JsonNode, String> entries) {
        var editor = new Editor(api(Service.CURATION), patience);
        var id = editor.begin(PUBLICATION, Map.of("zh", "真实来源", "en", "Real feeds"), "real")
                .id();
        entries.forEach((item, section) -> {
            var title = item.path("title").asString();
            editor.take(item.path("id").asString(), id, section, Map.of("title", title, "comment", "一句推荐语。" + title));
        });
        editor.approve(id, "NONE");
        return editor.awaitDone(id, Issue::state);
    }

    private long deadLetters() {
        return Stream.of(Service.values())
                .map(service -> api(service)
                        .get("/api/v1/%s/dead-letters".formatted(service.word()), JsonNode.class)
                        .path("deadLetters"))
                .mapToLong(JsonNode::size)
                .sum();
    }

    private Api api(Service service) {
        return Api.of(installation, service, client, patience);
    }
}
