package app.tidings.ingest.opml;

import static app.tidings.ingest.SourceApi.list;
import static app.tidings.ingest.SourceApi.object;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.ingest.SourcesTest;
import app.tidings.ingest.connector.ConnectorSettings;
import app.tidings.platform.fetch.Body;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes out as a list comes back by it, to the byte. */
class OpmlApiIT extends SourcesTest {

    /** What differs between a source and the one that comes in of it elsewhere. */
    private static final List<String> OF_ITS_PLACE = List.of(
            "id",
            "publication",
            "addedAt",
            "version",
            "nextPollAt",
            "lastPoll",
            "lastContent",
            "failures",
            "failingSince");

    private static final List<String> HOSTILE = List.of(
            "🦄",
            "\"",
            "'",
            "&",
            "&amp;",
            "<outline>",
            "]]>",
            "<![CDATA[",
            "\n",
            "\t",
            "\r\n",
            "\u2028",
            "\u00a0",
            "\u0000",
            "\u001f",
            "\ufffe",
            "\uffff",
            "\u202e",
            "é",
            "潮汐",
            "\\",
            "\\u0041",
            "%s",
            "${x}",
            "/",
            ",",
            " ");

    private final String other = aPublication();
    private OpmlApi lists;

    @BeforeEach
    void openLists() {
        lists = new OpmlApi(api());
    }

    private static Map<String, Object> kind(String kind, Object... settings) {
        var connector = new HashMap<String, Object>(Map.of("kind", kind));
        for (var i = 0; i < settings.length; i += 2) {
            connector.put((String) settings[i], settings[i + 1]);
        }
        return connector;
    }

    /** One of each kind, with all that can be set of it. */
    private static List<Map<String, Object>> kinds() {
        var page = "https://opml.invalid/p";
        return List.of(
                kind("feed", "feedUrl", page + "?a=1&b=<\">"),
                kind(
                        "html-page",
                        Map.of(
                                "pageUrl",
                                page,
                                "item",
                                "div > a[href]",
                                "titleSelector",
                                "h2",
                                "link",
                                "a",
                                "date",
                                "time",
                                "summary",
                                "p:not(.x)")),
                kind(
                        "json-path",
                        Map.of(
                                "url",
                                page,
                                "items",
                                "/a/*",
                                "link",
                                "/l",
                                "titlePath",
                                "/t",
                                "id",
                                "/i",
                                "date",
                                "/d",
                                "summary",
                                "/s")),
                kind("hacker-news", "query", "tides & \"more\"", "minimumPoints", 100),
                kind("reddit", "subreddit", "Python", "listing", "new", "minimumScore", 10),
                kind("lobsters", "tag", "python", "listing", "newest", "minimumScore", 0),
                kind("github-releases", "repository", "tides/clock", "preReleases", true),
                kind("github-search", Map.of("topic", "tides", "language", "C++", "minimumStars", 9)),
                kind("youtube-channel", "channel", "UC0123456789012345678901"),
                kind("podcast", "feedUrl", page + "/podcast"),
                kind("mastodon", "instance", "https://m.invalid/", "account", "ann"),
                kind("arxiv", "query", "cat:cs.PL AND ti:tides"),
                kind("pypi", "project", "Tides", "preReleases", true),
                kind("npm", "project", "@tides/clock", "preReleases", true),
                kind("maven", "groupId", "tides", "artifactId", "clock", "preReleases", true),
                kind("v2ex", "node", "python"),
                kind("rsshub", "route", "/tides/index"));
    }

    private static Map<String, Object> kind(String kind, Map<String, Object> settings) {
        var connector = new HashMap<String, Object>(settings);
        connector.put("kind", kind);
        return connector;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void bringsAllBackToTheByteHoweverHostileItsNames(long seed) {
        var random = new Random(seed);
        for (var connector : kinds()) {
            add(hostile(connector, random));
        }
        add(Map.of(
                "name",
                "Plain" + text(random),
                "feedUrl",
                "https://opml.invalid/1",
                "intervalMinutes",
                60,
                "tags",
                List.of("a"),
                "standing",
                Map.of("type", "active")));

        var first = lists.written(publication);
        var kinds = ConnectorSettings.class.getPermittedSubclasses().length;
        assertThat(lists.run(other, first)).containsEntry("added", kinds + 1).containsEntry("refused", 0);

        assertThat(lists.written(other)).isEqualTo(first);
        assertThat(first).doesNotContain("s3cret");
        assertThat(told(other)).isEqualTo(told(publication));
    }

    private static Map<String, Object> hostile(Map<String, Object> connector, Random random) {
        var wanted = new HashMap<String, Object>();
        wanted.put("connector", connector);
        wanted.put("name", "N" + text(random));
        wanted.put("tags", List.of("a-b", "潮汐", "-"));
        wanted.put(
                "folder",
                IntStream.range(0, random.nextInt(4))
                        .mapToObj(_ -> random.nextBoolean() ? "Tech" : "F" + text(random))
                        .toList());
        wanted.put("owner", "O" + text(random));
        wanted.put("licence", "L" + text(random));
        wanted.put("notes", "T" + text(random));
        wanted.put("language", "zh-Hans");
        wanted.put("weight", 1 + random.nextInt(100));
        wanted.put("intervalMinutes", random.nextBoolean() ? 90 : null);
        wanted.put("keepNewest", random.nextBoolean() ? 5 : null);
        wanted.put("mutedUntil", random.nextBoolean() ? "2031-01-01T00:00:00.123Z" : null);
        wanted.put("request", Map.of("headers", Map.of("x-team", "a<&\""), "userAgent", "Reader/1 ]]>"));
        wanted.put("standing", standing(random));
        return wanted;
    }

    private static Map<String, Object> standing(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Map.of("type", "archived");
            case 1 -> Map.of("type", "snoozed", "until", "2031-01-01T00:00:00Z");
            case 2 -> Map.of("type", "paused");
            default -> Map.of("type", "paused", "reason", "R" + text(random));
        };
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (var i = random.nextInt(8); i > 0; i--) {
            text.append(HOSTILE.get(random.nextInt(HOSTILE.size())));
        }
        return text.toString();
    }

    @Test
    void leavesSecretsAtHome() {
        add(Map.of(
                "name",
                "N",
                "feedUrl",
                "https://opml.invalid/2",
                "request",
                Map.of("cookie", "sid=s3cret", "headers", Map.of("x-api-key", "s3cret", "x-team", "a"))));

        var written = lists.written(publication);
        lists.run(other, written);

        assertThat(written).doesNotContain("s3cret").contains("x-team");
        assertThat(told(other).toString()).contains("x-team").doesNotContain("x-api-key");
    }

    @Test
    void keepsFoldersInTheOrderGivenAndPutsLaterSourcesIntoThem() {
        var list = """
                <opml version='2.0'><body>
                <outline text='Z'><outline text='z1' xmlUrl='https://opml.invalid/z1'/>
                  <outline text='inner'><outline text='i' xmlUrl='https://opml.invalid/i'/></outline>
                  <outline text='z2' xmlUrl='https://opml.invalid/z2'/></outline>
                <outline text='top' xmlUrl='https://opml.invalid/top'/>
                <outline text='A'><outline text='a' xmlUrl='https://opml.invalid/a'/></outline>
                <outline text='empty'/></body></opml>""";
        lists.run(publication, list);
        add(Map.of("name", "late", "feedUrl", "https://opml.invalid/late", "folder", List.of("Z", "inner")));

        var read =
                (Opml.Read.Feeds) Opml.read(Body.of(lists.written(publication).getBytes(UTF_8)));

        assertThat(read.outlines())
                .extracting(outline -> String.join("/", outline.folder()) + ":" + outline.name())
                .containsExactly("Z:z1", "Z/inner:i", "Z/inner:late", "Z:z2", ":top", "A:a");
        assertThat(lists.written(publication)).containsOnlyOnce("text=\"Z\"").doesNotContain("empty");
    }

    private void add(Map<String, Object> wanted) {
        var whole = new HashMap<String, Object>(wanted);
        whole.put("publication", publication);
        whole.putIfAbsent("standing", Map.of("type", "paused"));
        post("/api/v1/sources", whole).expectStatus().isCreated();
    }

    private List<Map<String, Object>> told(String publication) {
        var page = object(api().get()
                .uri("/api/v1/sources?limit=200&publication=" + publication)
                .exchange());
        var told = new ArrayList<Map<String, Object>>();
        for (var each : list(page, "sources")) {
            var source = new TreeMap<String, Object>();
            ((Map<?, ?>) each).forEach((name, value) -> source.put(String.valueOf(name), value));
            source.keySet().removeAll(OF_ITS_PLACE);
            told.add(source);
        }
        return told;
    }
}
