package app.tidings.ingest.opml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import app.tidings.ingest.opml.Opml.Outline;
import app.tidings.ingest.opml.Opml.Read.Feeds;
import app.tidings.ingest.opml.Opml.Read.NotOpml;
import app.tidings.ingest.opml.Opml.Read.TooLong;
import app.tidings.platform.fetch.Body;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
                                new Outline(
                                        6, "潮汐 & 月亮", "https://a.example/feed", 45, List.of("博客"), List.of("博客"), null),
                                new Outline(
                                        7,
                                        null,
                                        "https://b.example/feed",
                                        null,
                                        List.of("博客", "deeper"),
                                        List.of("博客", "deeper"),
                                        null),
                                new Outline(
                                        10, "Only text", "https://d.example/feed", null, List.of(), List.of(), null)),
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
    void refusesAListOfMoreThanTheLimit() {
        var outline = "<outline xmlUrl='https://a.example/'/>";

        var exactly = (Feeds) read("<opml><body>" + outline.repeat(20_000) + "</body></opml>");
        var more = read("<opml><body>" + outline.repeat(20_001) + "</body></opml>");

        assertThat(exactly.outlines()).hasSize(20_000);
        assertThat(more)
                .isEqualTo(new TooLong("the list has more than 20,000 feeds, and none of them was added: split it"));
    }

    /** As Feedly, Inoreader, FreshRSS, NetNewsWire and old desktop readers write them; their shapes, not their texts. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<outline text='X' title='X'><outline type='rss' text='N' title='N' xmlUrl='https://a.example/f' htmlUrl='h'/></outline>",
                "<outline text='X'><outline text='short' title='N' xmlUrl='https://a.example/f'/></outline>",
                "<outline title='X'><outline text='N' XMLURL='https://a.example/f' TYPE='RSS'/></outline>",
                "<OUTLINE TEXT='X'><OUTLINE TEXT='N' XMLURL='https://a.example/f'></OUTLINE></OUTLINE>",
                "<outline text='X' isOpen='true' isComment='false'><outline text='N' title='' type='atom' xmlUrl='&#10;https://a.example/f '/></outline>",
                "<outline text='X'>\n<!-- ours --><outline text='N' type='rss' version='RSS' xmlUrl='https://a.example/f'/></outline>"
            })
    void readsWhatOtherReadersWrite(String outlines) {
        var read = (Feeds) read("<?xml version='1.0'?><opml version='1.0'><head/><body>" + outlines + "</body></opml>");

        assertThat(read.outlines())
                .extracting(Outline::name, Outline::feedUrl, Outline::folder, Outline::tags)
                .containsExactly(tuple("N", "https://a.example/f", List.of("X"), List.of("x")));
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
    void takesFoldersAndCategoriesForTags() {
        var read = (Feeds)
                read(
                        "<opml><body><outline text='News &amp; Co.'><outline text='x' xmlUrl='https://a.example/'"
                                + " category='/Tech/Python,tech'/></outline><outline xmlUrl='https://b.example/'"
                                + " tidings:settings='{\"connector\":null}' xmlns:tidings='https://tidings.app/ns/opml'/></body></opml>");

        assertThat(read.outlines())
                .extracting(Outline::tags, Outline::folder, Outline::settings)
                .containsExactly(
                        tuple(List.of("news-co", "tech", "python"), List.of("News & Co."), null),
                        tuple(List.of(), List.of(), null));
    }

    private static Opml.Read read(String document) {
        return Opml.read(Body.of(document.getBytes(UTF_8)));
    }
}
