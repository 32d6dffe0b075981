package app.tidings.ingest.opml;

import static app.tidings.ingest.source.TestSources.aSource;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import app.tidings.ingest.connector.FeedSettings;
import app.tidings.ingest.connector.RequestSettings;
import app.tidings.ingest.opml.Opml.Outline;
import app.tidings.ingest.opml.Opml.Read.Feeds;
import app.tidings.ingest.opml.Opml.Read.NotOpml;
import app.tidings.ingest.source.SourceSettings;
import app.tidings.ingest.source.Standing;
import app.tidings.platform.fetch.Body;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpmlTest {

    @Test
    void readsFeedsInFoldersAtAnyDepth() {
        var read = read("""
                <?xml version="1.0" encoding="UTF-8"?>
                <opml version="2.0" xmlns:tidings="https://tidings.app/ns/opml">
                  <head><title>Mine</title></head>
                  <body>
                    <outline text="博客">
                      <outline type="rss" text="短" title="潮汐 &amp; 月亮" xmlUrl=" https://a.example/feed " tidings:intervalMinutes="45"/>
                      <outline text="deeper"><outline xmlUrl="https://b.example/feed"/></outline>
                    </outline>
                    <outline text="A link" type="link" url="https://c.example/"/>
                    <outline text="Only text" xmlUrl="https://d.example/feed" tidings:intervalMinutes="soon"/>
                  </body>
                </opml>""");

        assertThat(read)
                .isEqualTo(new Feeds(
                        List.of(
                                new Outline(6, "潮汐 & 月亮", "https://a.example/feed", 45, List.of("博客"), null),
                                new Outline(7, null, "https://b.example/feed", null, List.of("deeper", "博客"), null),
                                new Outline(10, "Only text", "https://d.example/feed", null, List.of(), null)),
                        null));
    }

    @Test
    void readsAListInItsOwnCharset() {
        var document =
                "<?xml version='1.0' encoding='gbk'?><opml><body><outline text='潮汐' xmlUrl='https://a.example/'/></body></opml>";

        var read = (Feeds) Opml.read(Body.of(document.getBytes(Charset.forName("GBK"))));

        assertThat(read.outlines().getFirst().name()).isEqualTo("潮汐");
    }

    @Test
    void keepsWhatStoodBeforeABreakAndSaysSo() {
        var read = (Feeds) read("<opml><body><outline xmlUrl='https://a.example/'/>\n<outline text='a & b' xmlUrl=");

        assertThat(read.outlines()).hasSize(1);
        assertThat(read.flaw()).isEqualTo("the list is broken XML at line 2; what stands behind that was not read");
    }

    @Test
    void readsNoMoreThanTheLimit() {
        var outline = "<outline xmlUrl='https://a.example/'/>";

        var exactly = (Feeds) read("<opml><body>" + outline.repeat(10_000) + "</body></opml>");
        var more = (Feeds) read("<opml><body>" + outline.repeat(10_001) + "</body></opml>");

        assertThat(exactly.flaw()).isNull();
        assertThat(more.outlines()).hasSize(10_000);
        assertThat(more.flaw()).isEqualTo("the list has more than 10,000 feeds; those behind were not read: split it");
    }

    @Test
    void refusesWhatIsNoList() {
        assertThat(read("<rss/>")).isEqualTo(new NotOpml("the document is not OPML: its first element is not <opml>"));
        assertThat(read("not xml")).isEqualTo(new NotOpml("the document is not valid XML"));
        assertThat(read("")).isEqualTo(new NotOpml("the document is not valid XML"));
        assertThat(read("<!DOCTYPE opml [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><opml><body>"
                        + "<outline text='&x;' xmlUrl='https://a.example/'/></body></opml>"))
                .isEqualTo(new NotOpml("the document defines XML entities of its own, which is refused for safety"));
    }

    @Test
    void writesWhatItReads() throws Exception {
        var plain = aSource("https://a.example/feed?a=1&b=<2>");
        var named = aSource(
                "weekly",
                SourceSettings.of("\"Quotes\" & <tags> 潮汐", FeedSettings.of("https://b.example/feed"))
                        .withInterval(45)
                        .withTags(List.of("博客")));
        var out = new ByteArrayOutputStream();

        Opml.write(out, "weekly", reader -> List.of(plain, named).forEach(reader));

        assertThat(((Feeds) Opml.read(Body.of(out.toByteArray()))).outlines())
                .extracting(Outline::name, Outline::feedUrl, Outline::intervalMinutes, Outline::tags, Outline::settings)
                .containsExactly(
                        tuple("A source", "https://a.example/feed?a=1&b=%3C2%3E", null, List.of(), null),
                        tuple("\"Quotes\" & <tags> 潮汐", "https://b.example/feed", 45, List.of("博客"), null));
    }

    @Test
    void bringsBackAllThatWasSetButSecrets() throws Exception {
        var request = new RequestSettings(
                Map.of("x-team", "a", "x-api-key", "very secret"), "sid=very secret", "Tidings/9", null);
        var settings = new SourceSettings(
                "All \n of it",
                FeedSettings.of("https://a.example/feed"),
                15,
                List.of("博客", "python-3"),
                "Ann",
                "zh-Hans",
                90,
                "CC-BY-4.0",
                "two\nlines & <more>",
                request,
                new Standing.Snoozed(Instant.parse("2030-01-01T00:00:00Z")),
                3,
                Instant.parse("2029-01-01T00:00:00Z"));
        var out = new ByteArrayOutputStream();

        Opml.write(out, "weekly", reader -> reader.accept(aSource("weekly", settings)));

        assertThat(out.toString(UTF_8)).doesNotContain("secret");
        var read = ((Feeds) Opml.read(Body.of(out.toByteArray()))).outlines().getFirst();
        assertThat(read.settings())
                .usingRecursiveComparison()
                .ignoringFields("request")
                .isEqualTo(settings);
        assertThat(requireNonNull(read.settings()).request())
                .isEqualTo(new RequestSettings(Map.of("x-team", "a"), null, "Tidings/9", null));
        assertThat(read.tags()).containsExactly("博客", "python-3");
    }

    @Test
    void takesFoldersAndCategoriesForTags() {
        var read = (Feeds)
                read(
                        "<opml><body><outline text='News &amp; Co.'><outline text='x' xmlUrl='https://a.example/'"
                                + " category='/Tech/Python,tech'/></outline><outline xmlUrl='https://b.example/'"
                                + " tidings:settings='{\"connector\":null}' xmlns:tidings='https://tidings.app/ns/opml'/></body></opml>");

        assertThat(read.outlines())
                .extracting(Outline::tags, Outline::settings)
                .containsExactly(tuple(List.of("news-co", "tech", "python"), null), tuple(List.of(), null));
    }

    private static Opml.Read read(String document) {
        return Opml.read(Body.of(document.getBytes(UTF_8)));
    }
}
