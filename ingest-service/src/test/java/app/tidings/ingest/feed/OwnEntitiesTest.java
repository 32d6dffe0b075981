package app.tidings.ingest.feed;

import static app.tidings.ingest.feed.TestFeeds.feed;
import static app.tidings.ingest.feed.TestFeeds.notAFeed;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.ingest.feed.Parsed.Kind;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Entities that a document defines: a few characters are read, in whole and in broken documents; all else is refused. */
class OwnEntitiesTest {

    private static final String FORTY = "x".repeat(40);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <!ENTITY nbsp "&#160;">                             | a&nbsp;b        | a b
            <!ENTITY co "Acme &#38; Sons">                      | &co;: &co;      | Acme & Sons: Acme & Sons
            <!ENTITY eacute '&#x00e9;'><!ENTITY x-1.y 'z'>      | caf&eacute;&x-1.y; | caféz
            <!ENTITY eacute "E"><!ENTITY eacute "F">            | &eacute;&agrave;  | Eà
            <!ENTITY lt "&#38;#60;"><!ENTITY amp "&#38;#38;">   | 1 &lt; 2 &amp; 3  | 1 < 2 & 3
            <!ENTITY b "&#60;b>">                               | a &b; c         | a <b> c
            <!ENTITY a "&#38;b;"><!ENTITY b "c">                | &a;&b;          | &b;c
            <!ENTITY empty "">                                  | a&empty;b       | ab
            <!ENTITY % L PUBLIC "-//W3C//X" "http://x.invalid/l.ent"> %L; <!ENTITY a "b"> | &a;&eacute; | bé
            <!ELEMENT rss ANY><!ATTLIST rss a CDATA "b"><!ENTITY a "b" > | &a; | b
            """)
    void areReadWhereTheyAreAFewCharacters(String definitions, String written, String title) {
        assertThat(title("<rss>", definitions, written)).isEqualTo(title);
        assertThat(title("<rss x=1>", definitions, written)).isEqualTo(title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<rss>", "<rss x=1>"})
    void areTextAndNoReferences(String root) {
        var definitions = "<!ENTITY a '&#38;copy;'><!ENTITY amp '&#38;#38;'>";
        var feed = feed(document(root, definitions, "</title><link>https://a.example/?&a;&amp;b</link><title>"));

        assertThat(feed.link()).isEqualTo("https://a.example/?&copy;&b");
    }

    @Test
    void areReadOfOneDocumentTypeOnly() {
        var one = "<!DOCTYPE rss [<!ENTITY a 'b'>]>";
        var rest = "<!DOCTYPE rss><rss x=1><channel><title>&a;</title></channel></rss>";

        assertThat(feed(one + rest).title()).isEqualTo("b");
        assertThat(notAFeed(one + one + rest).kind()).isEqualTo(Kind.OWN_ENTITIES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!ENTITY a SYSTEM 'file:///etc/hostname'>",
                "<!ENTITY a PUBLIC 'x' 'http://x.invalid/'>",
                "<!ENTITY a SYSTEM 'x' NDATA gif>",
                "<!ENTITY b 'c'><!ENTITY a '&b;&b;'>",
                "<!ENTITY a '&a;'>",
                "<!ENTITY a '%p;'>",
                "<!ENTITY a '<b>c</b>'>",
                "<!ENTITY a 'b' 'c'>",
                "<!ENTITY a 'b",
                "<!ENTITY b 'c'><!ENTITY a SYSTEM 'x'>",
                "<!ENTITY % p '<!ENTITY a SYSTEM \"x\">'> %p;",
                "<!ENTITY % p \"<!ENTITY a 'b'>\"> %p;",
                "<!-- <!ENTITY a SYSTEM 'x'> -->",
            })
    void areRefusedWhereTheyAreMore(String definitions) {
        assertThat(refused("<rss>", definitions)).isEqualTo(Kind.OWN_ENTITIES);
        assertThat(refused("<rss x=1>", definitions)).isEqualTo(Kind.OWN_ENTITIES);
    }

    @Test
    void areRefusedWhereTheyAreLongerThanFortyCharacters() {
        assertThat(title("<rss>", "<!ENTITY a '%s'>".formatted(FORTY), "&a;")).isEqualTo(FORTY);
        assertThat(refused("<rss>", "<!ENTITY a 'x%s'>".formatted(FORTY))).isEqualTo(Kind.OWN_ENTITIES);
        assertThat(refused("<rss>", "<!ENTITY x%s 'a'>".formatted(FORTY))).isEqualTo(Kind.OWN_ENTITIES);
    }

    @Test
    void areRefusedWhereTheyAreMany() {
        assertThat(title("<rss>", definitions(300), "&e299;")).isEqualTo("c");
        assertThat(refused("<rss>", definitions(301))).isEqualTo(Kind.OWN_ENTITIES);
    }

    private static String definitions(int count) {
        return IntStream.range(0, count)
                .mapToObj("<!ENTITY e%d 'c'>"::formatted)
                .collect(Collectors.joining());
    }

    private static String title(String root, String definitions, String written) {
        var title = feed(document(root, definitions, written)).title();
        return title == null ? "" : title;
    }

    private static Kind refused(String root, String definitions) {
        return notAFeed(document(root, definitions, "&a;")).kind();
    }

    /** A root whose attribute has no quotes makes the document a broken one. */
    private static String document(String root, String definitions, String title) {
        return "<?xml version='1.0'?><!DOCTYPE rss [%s]>%s<channel><title>%s</title></channel></rss>"
                .formatted(definitions, root, title);
    }
}
