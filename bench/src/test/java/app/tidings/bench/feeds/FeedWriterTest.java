package app.tidings.bench.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class FeedWriterTest {

    private final FeedWriter writer =
            new FeedWriter("http://127.0.0.1:8090", Instant.parse("2026-11-21T00:00:00Z"), 25, 54_000);

    @Test
    void writesTheSameBytesAgain() {
        assertThat(writer.write("r1", 7)).isEqualTo(writer.write("r1", 7));
        assertThat(writer.write("r1", 7)).isNotEqualTo(writer.write("r2", 7));
    }

    @Test
    void writesFeedsOfTheWantedSizeOnAverage() {
        var mean = IntStream.range(0, 400)
                .map(number -> writer.write("r1", number).length)
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(54_000, within(4_000.0));
    }

    @Test
    void showsEveryLinkOnce() {
        var links = new HashSet<String>();

        for (var number = 0; number < 4; number++) {
            var feed = Jsoup.parse(new String(writer.write("r1", number), UTF_8), "", Parser.xmlParser());
            links.addAll(feed.select("item > link").eachText());
            links.addAll(feed.select("entry > link").eachAttr("href"));
        }

        assertThat(links).hasSize(4 * 25);
    }

    @Test
    void putsANewEntryBeforeTheOthersWhereItChanged() {
        var before = entries(text(0));
        var after = entries(new String(writer.write("r1", 0, true), UTF_8));

        assertThat(before).hasSize(25).doesNotContain(after.getFirst());
        assertThat(after.subList(1, 26)).isEqualTo(before);
    }

    private static List<String> entries(String feed) {
        return Jsoup.parse(feed, "", Parser.xmlParser()).select("item").eachText();
    }

    @Test
    void takesTurnsOfFormatsAndLanguages() {
        assertThat(text(0)).contains("<rss").containsPattern(Pattern.compile("\\p{IsHan}"));
        assertThat(text(1)).contains("<feed").containsPattern(Pattern.compile("\\p{IsHan}"));
        assertThat(text(2)).contains("<rss").doesNotContainPattern(Pattern.compile("\\p{IsHan}"));
        assertThat(text(3)).contains("<feed").doesNotContainPattern(Pattern.compile("\\p{IsHan}"));
    }

    @Test
    void zipsToMuchLess() throws IOException {
        var feed = writer.write("r1", 2);
        var zipped = FeedWriter.zipped(feed);

        assertThat(zipped.length).isLessThan(feed.length / 2);
        try (var in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            assertThat(in.readAllBytes()).isEqualTo(feed);
        }
    }

    private String text(int number) {
        return new String(writer.write("r1", number), UTF_8);
    }
}
