package app.tidings.ingest.feed;

import static app.tidings.ingest.feed.TestFeeds.feed;
import static app.tidings.ingest.feed.TestFeeds.item;
import static app.tidings.ingest.feed.TestFeeds.notAFeed;
import static app.tidings.ingest.feed.TestFeeds.parse;
import static app.tidings.ingest.feed.TestFeeds.rss;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.tidings.ingest.feed.Parsed.Feed;
import app.tidings.ingest.feed.Parsed.Kind;
import app.tidings.platform.fetch.Body;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileFeedTest {

    private static final String ITEM = item("kept", "https://a.example/1");

    @BeforeAll
    static void warmUp() {
        parse(rss(ITEM));
        parse("<!doctype html><html></html>");
    }

    @Test
    void refusesBillionLaughsAtOnce() {
        var entities = IntStream.range(1, 60)
                .mapToObj(i -> "<!ENTITY l%d \"&l%d;&l%d;&l%d;\">".formatted(i, i - 1, i - 1, i - 1))
                .collect(Collectors.joining());
        var started = System.nanoTime();

        var parsed =
                notAFeed("<!DOCTYPE rss [<!ENTITY l0 \"lol\">%s]><rss><channel><title>&l59;</title></channel></rss>"
                        .formatted(entities));

        assertThat(parsed.kind()).isEqualTo(Kind.OWN_ENTITIES);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofMillis(100));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE rss [<!ENTITY x SYSTEM \"http://127.0.0.1:%1$d/x\">]><rss><channel><title>&x;</title></channel></rss>",
                "<!DOCTYPE rss [<!ENTITY %% p SYSTEM \"http://127.0.0.1:%1$d/p\"> %%p;]><rss><channel/></rss>",
                "<!DOCTYPE rss SYSTEM \"http://127.0.0.1:%1$d/rss.dtd\"><rss><channel><title>&x;</title></channel></rss>",
                "<!DOCTYPE rss PUBLIC \"-//x//y\" \"http://127.0.0.1:%1$d/rss.dtd\"><rss><channel/></rss>",
                "<rss xmlns:xi='http://www.w3.org/2001/XInclude'><channel><xi:include href='http://127.0.0.1:%1$d/i'/></channel></rss>",
                "<rss xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='a http://127.0.0.1:%1$d/s'/>",
                "<?xml-stylesheet href='http://127.0.0.1:%1$d/s.xsl'?><rss/>"
            })
    void neverLooksOutsideTheDocument(String document) throws Exception {
        try (var canary = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            canary.setSoTimeout(50);

            parse(document.formatted(canary.getLocalPort()));

            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(canary::accept);
        }
    }

    @Test
    void doesNotReadFilesForEntities() {
        var parsed = parse("<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                + "<rss><channel><title>&x;</title></channel></rss>");

        assertThat(parsed)
                .isEqualTo(
                        new Parsed.NotAFeed(
                                Kind.OWN_ENTITIES,
                                "the document defines XML entities of its own, which is refused for safety; a feed needs none"));
    }

    @Test
    void readsOnBesideADoctypeThatDefinesNothing() {
        var feed =
                feed("<!DOCTYPE rss PUBLIC \"-//Netscape//DTD RSS 0.91//EN\" \"http://my.netscape.com/rss-0.91.dtd\">"
                        + "<rss version='0.91'><channel>" + ITEM + "</channel></rss>");

        assertThat(feed.entries()).hasSize(1);
    }

    @Test
    void endsAtADepthThatNoFeedHas() {
        var feed = feed("<rss><channel>" + ITEM + "<x>".repeat(100_000));

        assertThat(feed.entries()).hasSize(1);
        assertThat(feed.flaw()).isEqualTo("the feed ends in the middle at line 1; 1 entries before that were read");
    }

    @Test
    void readsNoMoreEntriesThanTheLimit() {
        var exactly = feed("<rss><channel>" + ITEM.repeat(1_000) + "</channel></rss>");
        var more = feed("<rss><channel>" + ITEM.repeat(1_001) + "</channel></rss>");

        assertThat(exactly.entries()).hasSize(1_000);
        assertThat(exactly.flaw()).isNull();
        assertThat(more.entries()).hasSize(1_000);
        assertThat(more.flaw()).isEqualTo("the feed has more than 1,000 entries; those behind were not read");
    }

    @Test
    void keepsOfALongTextOnlyTheBeginning() {
        var feed = feed(rss(
                "<item><title>%1$s</title><description>%1$s</description></item>".formatted("x".repeat(5_000_000))));

        assertThat(feed.entries().getFirst().title().raw()).hasSize(2_000);
        assertThat(feed.entries().getFirst().summary().raw()).hasSize(16_000);
    }

    @Test
    void bearsPrefixesAndNamesWithoutNumber() {
        var prefixes = IntStream.range(0, 150)
                .mapToObj(i -> " xmlns:p%d='u%d'".formatted(i, i))
                .collect(Collectors.joining());
        var holders = ("<channel" + prefixes + ">").repeat(100);
        var names = IntStream.range(0, 100_000)
                .mapToObj(i -> "<n%d xmlns:q='z'/>".formatted(i))
                .collect(Collectors.joining());
        var started = System.nanoTime();

        assertThat(feed("<rss>" + holders + names + ITEM).entries()).hasSize(1);

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void keepsWhatStoodBeforeATruncation() {
        var whole = rss(ITEM, ITEM, ITEM);

        var feed = feed(whole.substring(0, whole.lastIndexOf("/1</link>")));

        assertThat(feed.entries())
                .extracting(FeedEntry::link)
                .containsExactly("https://a.example/1", "https://a.example/1", null);
        assertThat(feed.flaw()).isEqualTo("the feed ends in the middle at line 11; 3 entries before that were read");
    }

    @Test
    void readsOnBehindBrokenMarkup() {
        var feed = feed(rss(ITEM, "<item><title>a & b</title></item>", ITEM));

        assertThat(feed.entries())
                .extracting(entry -> entry.title().plainTitle(50))
                .containsExactly("kept", "a & b", "kept");
        assertThat(feed.flaw()).isEqualTo("the feed is broken XML at line 10; 3 entries were read nevertheless");
    }

    @Test
    void keepsWhatStoodBeforeBrokenJson() {
        var feed = feed(
                "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":\"1\",\"url\":\"https://a.example/\"},\n{\"id\":");

        assertThat(feed.entries()).hasSize(1);
        assertThat(feed.flaw()).isEqualTo("the feed is broken JSON at line 2; 1 entries before that were read");
    }

    @Test
    void endsAtADepthThatNoJsonFeedHas() {
        var feed = feed("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[],\"x\":" + "[".repeat(100_000)
                + "]".repeat(100_000) + "}");

        assertThat(feed.flaw()).startsWith("the feed is broken JSON");
    }

    @Test
    void saysThatAPageIsNoFeedAndWhichFeedsItNames() {
        var parsed = notAFeed("""
                <!-- cached --><!DOCTYPE html>
                <html><head><title>Blog</title>
                <link rel="alternate" type="application/rss+xml" href="/rss.xml">
                <link rel="ALTERNATE stylesheet" type="text/css" href="/x.css">
                <link rel="alternate" type="application/atom+xml" href="javascript:alert(1)">
                </head><body><script>alert('<rss>')</script></body></html>""");

        assertThat(parsed.kind()).isEqualTo(Kind.HTML_PAGE);
        assertThat(parsed.reason())
                .isEqualTo("the address answers with an HTML page, not a feed; the page names these feeds: "
                        + "https://blog.example/rss.xml");
    }

    @Test
    void saysWhatElseADocumentIs() {
        assertThat(notAFeed("").kind()).isEqualTo(Kind.EMPTY);
        assertThat(notAFeed("  \n ").kind()).isEqualTo(Kind.EMPTY);
        assertThat(notAFeed("<opml version='2.0'><body/></opml>").reason())
                .contains("OPML")
                .contains("import");
        assertThat(notAFeed("<urlset/>").reason()).contains("sitemap");
        assertThat(notAFeed("<note/>").kind()).isEqualTo(Kind.OTHER_DOCUMENT);
        assertThat(notAFeed("{\"error\": \"rate limited\"}").kind()).isEqualTo(Kind.OTHER_DOCUMENT);
        assertThat(notAFeed("[1, 2]").kind()).isEqualTo(Kind.OTHER_DOCUMENT);
        assertThat(notAFeed("Service Unavailable").kind()).isEqualTo(Kind.UNREADABLE);
        assertThat(notAFeed("<<<").kind()).isEqualTo(Kind.UNREADABLE);
        assertThat(notAFeed("<?xml version='1.0'?>").kind()).isEqualTo(Kind.UNREADABLE);
        assertThat(notAFeed("<?xml version='1.0'?>" + " ".repeat(3_000) + "<html><head/></html>")
                        .kind())
                .isEqualTo(Kind.HTML_PAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:foaf='http://xmlns.com/foaf/0.1/'>"
                        + "<foaf:Person><foaf:name>Ana</foaf:name></foaf:Person></rdf:RDF>",
                "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description about=x/></rdf:RDF>",
                "<tv><channel id='a'><display-name>A</display-name></channel><programme channel='a'><title>News</title></programme></tv>",
                "<tv x=1><channel id='a'><display-name>A</display-name></channel></tv>",
                "<response><channel><title>x</title></channel><items><item><title>y</title></item></items></response>"
            })
    void takesNoOtherDocumentForAFeedWithoutEntries(String document) {
        assertThat(parse(document)).isInstanceOf(Parsed.NotAFeed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'/>",
                "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><channel/></rdf:RDF>",
                "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><item/></rdf:RDF>",
                "<rss/>",
                "<channel href='https://a.example/'/>",
                "<channel x=1/>"
            })
    void takesAnEmptyFeedForOne(String document) {
        assertThat(parse(document)).isInstanceOf(Feed.class);
    }

    @Test
    void neverThrowsWhateverTheBytesAre() {
        var random = new Random(7);
        var document = rss(ITEM, ITEM).getBytes(StandardCharsets.UTF_8);
        for (var round = 0; round < 3_000; round++) {
            var bytes = document.clone();
            for (var flips = random.nextInt(12); flips >= 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThat(FeedParser.parse(Body.of(bytes), null, TestFeeds.BASE)).isNotNull();
        }
    }

    @Test
    void showsNoMarkupOfTheFeedInAFlaw() {
        assertThat(((Feed) parse("<rss><channel><b>x</script></channel></rss>")).flaw())
                .doesNotContain("<", "script");
    }

    /** The heap holds the document's 10 MB, 64 MB to read it, and what a Java program needs for itself. */
    @Test
    void takesNoMoreThanASecondAnd64MegabytesWhateverTheBytesAre() throws Exception {
        var program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx80m",
                        "-Xmn8m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HostileBytes.class.getName())
                .redirectErrorStream(true)
                .start();
        var lines = program.inputReader().lines().toList();

        assertThat(program.waitFor()).as(String.join("\n", lines)).isZero();
        assertThat(lines)
                .hasSizeGreaterThan(30)
                .allSatisfy(line -> assertThat(Integer.parseInt(line.split(" ", 3)[1]))
                        .as(line)
                        .isLessThanOrEqualTo(1_000));
    }
}
