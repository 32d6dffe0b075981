package app.tidings.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.platform.fetch.Body;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * ROME reads the same titles, links and dates out of feeds that it accepts and that are well-formed. Where the two differ on
 * the feeds that other readers are tested with, it is for one of these reasons:
 *
 * <ul>
 *   <li>The link of an Atom feed is with ROME any link, its own address among them, or none; with us that of the page, the
 *       surest of several, and the identity of feed or entry where there is none.
 *   <li>ROME knows neither names in capitals nor Dublin Core's terms nor dates with a wrong zone; we read them.
 *   <li>ROME takes what it cannot decode for U+FFFD; we find the charset out.
 *   <li>In RSS 1.0 Dublin Core's title of the channel counts with us, RSS's own with ROME.
 *   <li>Of Atom 0.3's {@code issued} and {@code modified} ROME takes the later where the first is written loosely.
 *   <li>Packed titles ({@code mode="base64"}) are unpacked by us.
 * </ul>
 */
class RomeOracleTest {

    private record Fields(@Nullable String title, @Nullable String link, List<String> entries) {}

    static List<String> synthetic() {
        return List.of(
                TestFeeds.rss(
                        "<item><title>一 &amp;amp; 二</title><link>https://a.example/1</link><pubDate>Mon, 16 Nov 2026 08:30:00 +0800</pubDate></item>",
                        "<item><title><![CDATA[<b>Bold</b> &lt;3]]></title><guid>https://a.example/2</guid><dc:date>2026-11-16T08:30:00Z</dc:date></item>"),
                """
                <feed xmlns="http://www.w3.org/2005/Atom"><title>Tide Notes</title><link href="https://notes.example/"/>
                  <entry><title type="html">&lt;i&gt;x&lt;/i&gt; y</title><link rel="alternate" href="https://a.example/1"/>
                    <published>2026-11-15T10:00:00Z</published><updated>2026-11-16T10:00:00Z</updated></entry>
                  <entry><title>1 &lt; 2</title><link href="https://a.example/2"/><updated>2026-11-16T10:00:00.5+08:00</updated></entry>
                </feed>""",
                """
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
                         xmlns:dc="http://purl.org/dc/elements/1.1/">
                  <channel rdf:about="https://old.example/"><title>Old</title><link>https://old.example/</link></channel>
                  <item rdf:about="https://old.example/a"><title>A</title><link>https://old.example/a</link>
                    <dc:date>2026-11-13T09:00+08:00</dc:date></item>
                </rdf:RDF>""",
                "<rss version='0.91'><channel><title>T</title><link>https://a.example/</link>"
                        + TestFeeds.item("One", "https://a.example/1") + "</channel></rss>");
    }

    @ParameterizedTest
    @MethodSource("synthetic")
    void readsTheSameOutOfOurOwnFeeds(String document) {
        var bytes = document.getBytes(UTF_8);

        assertThat(ours(bytes)).isEqualTo(rome(bytes));
        assertThat(ours(bytes)).isNotEmpty();
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "TIDINGS_CORPUS", matches = ".+")
    void readsAlmostTheSameOutOfTheFeedsThatOtherReadersAreTestedWith() throws IOException {
        var compared = 0;
        var titles = 0;
        var links = 0;
        var entries = 0;
        for (var file : corpus()) {
            var bytes = Files.readAllBytes(file);
            var theirs = rome(bytes);
            if (theirs.isEmpty()) {
                continue;
            }
            var ours = ours(bytes);
            compared++;
            titles += isSame(ours, theirs, Fields::title) ? 1 : 0;
            links += isSame(ours, theirs, Fields::link) ? 1 : 0;
            entries += isSame(ours, theirs, Fields::entries) ? 1 : 0;
        }
        System.out.printf("of %d feeds: titles %d, links %d, entries %d%n", compared, titles, links, entries);
        assertThat(compared).isGreaterThan(100);
        assertThat((double) titles / compared).isGreaterThan(0.98);
        assertThat((double) links / compared).isGreaterThan(0.94);
        assertThat((double) entries / compared).isGreaterThan(0.93);
    }

    private static boolean isSame(
            Optional<Fields> ours, Optional<Fields> theirs, Function<Fields, @Nullable Object> field) {
        return ours.isPresent()
                && theirs.isPresent()
                && Objects.equals(field.apply(ours.get()), field.apply(theirs.get()));
    }

    private static List<Path> corpus() throws IOException {
        try (var files = Files.walk(Path.of(System.getenv("TIDINGS_CORPUS"), "feeds"))) {
            return files.filter(file -> file.toString().matches(".*\\.(xml|rss|atom|rdf)"))
                    .toList();
        }
    }

    private static Optional<Fields> rome(byte[] bytes) {
        try {
            SyndFeed feed = new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(bytes)));
            var entries = new ArrayList<String>();
            for (SyndEntry entry : feed.getEntries()) {
                var date = entry.getPublishedDate() == null ? entry.getUpdatedDate() : entry.getPublishedDate();
                entries.add("%s %s %s".formatted(plain(entry.getTitle()), plain(entry.getLink()), text(date)));
            }
            return Optional.of(new Fields(plain(feed.getTitle()), plain(feed.getLink()), entries));
        } catch (FeedException | IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Fields> ours(byte[] bytes) {
        if (!(FeedParser.parse(Body.of(bytes), null, null) instanceof Parsed.Feed feed)) {
            return Optional.empty();
        }
        var entries = feed.entries().stream()
                .map(entry -> "%s %s %s"
                        .formatted(plain(entry.title().plainTitle(2_000)), plain(entry.link()), entry.shownAt()))
                .toList();
        return Optional.of(new Fields(plain(feed.title()), plain(feed.link()), entries));
    }

    private static @Nullable String text(@Nullable Date date) {
        return date == null
                ? null
                : date.toInstant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static @Nullable String plain(@Nullable String markup) {
        var plain = markup == null ? "" : new FeedText(markup, true).plainTitle(2_000);
        return plain.isEmpty() ? null : plain;
    }
}
