package app.tidings.ingest.feed;

import static app.tidings.ingest.feed.TestFeeds.feed;
import static app.tidings.ingest.feed.TestFeeds.item;
import static app.tidings.ingest.feed.TestFeeds.rss;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.tidings.ingest.feed.Parsed.Feed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What feeds in the wild get wrong about XML, and what is read nevertheless. */
class BrokenFeedTest {

    private static final String GOOD = item("Second", "https://a.example/2");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<item><title>First</title><link>https://a.example/1?a=1&b=2</link></item>",
                "<item><title>First<link>https://a.example/1?a=1&amp;b=2</link></item>",
                "<item><title>First</title><link>https://a.example/1?a=1&amp;b=2</item>",
                "<item><title>First</title><link>https://a.example/1?a=1&amp;b=2</link>",
                "<item><title>First</title><description>5 < 6 <p>x<br>y</description><link>https://a.example/1?a=1&amp;b=2</link></item>",
                "<item><title>First</title></b><link>https://a.example/1?a=1&amp;b=2</link></item>",
                "<item><title>First<dc:subject>x</dc:subject><link>https://a.example/1?a=1&amp;b=2</link></item>",
                "<p><item><title>First</title><link>https://a.example/1?a=1&amp;b=2</link></item>",
                "<item><TITLE>First</title><link>https://a.example/1?a=1&amp;b=2</LINK></item>",
                "<item><title>First</title><atom:link href=https://a.example/1?a=1&b=2></item>",
                "<item><title>First</title><x y='1' y='2'/><link>https://a.example/1?a=1&amp;b=2</link></item>",
                "<item><title>First</title><x y='1>2</x><link>https://a.example/1?a=1&amp;b=2</link></item>",
                "<item><title>First</title><!-- a -- b --><link>https://a.example/1?a=1&amp;b=2</link></item>",
                "<item><title><![CDATA[First]]></title><description><![CDATA[x</description><link>https://a.example/1?a=1&amp;b=2</link></item>",
                "<item><title>&#70;irst&#1;</title><link>https://a.example/1?a=1&amp;b=2</link></item>",
                "<item><title>First</title><link>https://a.example/1?a=1&amp;b=2</link></item></x:y>",
                "<item><title>First</title><atom:link title='5 < 6 <' href='https://a.example/1?a=1&amp;b=2'/></item>",
                "<item><title>First</title><x y='1 < 2></x><link>https://a.example/1?a=1&amp;b=2</link></item>",
                "<item><title><![cdata[First]]></title><link>https://a.example/1?a=1&amp;b=2</link></item>",
                "<item><title>First</title><item y=1 /><link>https://a.example/1?a=1&amp;b=2</link></item>",
            })
    void readsAllItemsWhereOneIsBroken(String broken) {
        var feed = feed(rss(broken, GOOD));

        assertThat(feed.entries())
                .extracting(entry -> entry.title().plainTitle(50), FeedEntry::link)
                .containsExactly(tuple("First", "https://a.example/1?a=1&b=2"), tuple("Second", "https://a.example/2"));
        assertThat(feed.title()).isEqualTo("潮汐笔记");
        assertThat(feed.flaw())
                .startsWith("the feed is broken XML at line")
                .endsWith("2 entries were read nevertheless");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Warning: mysql_connect() failed in /srv/db.php on line 3\n",
                "<b>Notice</b>: undefined index: x in <b>/srv/feed.php</b><br />\n",
                "\ufeff\n\n",
                "\u0000",
                "<?php echo 1; ?>\n",
                "<!DOCTYPE html>\n",
                "<!doctype HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">\n<!-- x -->",
            })
    void findsTheFeedBehindWhatAProgramPrintedBeforeIt(String junk) {
        assertThat(feed(junk + rss(GOOD)).entries()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<item/>", "<item xmlns='urn:other'/>", "<item> <x>y</x> </item>"})
    void anItemThatSaysNothingLeavesTheOneAroundItWhole(String inner) {
        var feed = feed(rss(
                "<item><title>First</title><guid>1</guid>%s<link>https://a.example/1</link></item>".formatted(inner)));

        assertThat(feed.entries())
                .extracting(entry -> entry.title().plainTitle(50), FeedEntry::id, FeedEntry::link)
                .containsExactly(tuple("First", "1", "https://a.example/1"));
    }

    @Test
    void anItemInAnotherIsOneOfItsOwnBehindIt() {
        var feed = feed(
                rss("<item><title>1</title><item><title>2</title><item><title>3</title></item></item><guid>1</guid>"
                        + "<item><title>4</title></item></item><item><title>5</title></item>"));

        assertThat(feed.entries())
                .extracting(entry -> entry.title().plainTitle(50))
                .containsExactly("1", "2", "3", "4", "5");
        assertThat(feed.entries().getFirst().id()).isEqualTo("1");
    }

    @Test
    void passesOverNamesOfAnotherVocabulary() {
        var feed = feed("""
                <x:feed xmlns:x="http://www.w3.org/2005/Atom" xmlns="urn:other"><title>No</title><x:title>Feed</x:title>
                  <x:entry><title>No</title><x:title>One</x:title><title xmlns="http://www.w3.org/2005/Atom">No</title></x:entry>
                  <entry><x:title>No</x:title></entry></x:feed>""");
        var sloppy = feed("<feed xmlns='urn:my-atom'><title>Feed</title><entry><title>One</title></entry></feed>");
        var bare = feed("<feed xmlns='http://www.w3.org/2005/Atom'><title xmlns=''>Feed</title></feed>");

        assertThat(feed.title()).isEqualTo("Feed");
        assertThat(feed.entries())
                .extracting(entry -> entry.title().plainTitle(50))
                .containsExactly("One");
        assertThat(sloppy.title()).isEqualTo("Feed");
        assertThat(sloppy.entries()).hasSize(1);
        assertThat(bare.title()).isEqualTo("Feed");
    }

    @Test
    void doesNotMindWhatStandsBehindTheFeed() {
        var feed = feed(rss(GOOD) + "<!-- 0.2 s --><script>x()</script> & more");

        assertThat(feed.entries()).hasSize(1);
    }

    @Test
    void readsTheItemsAroundElementsThatAreNestedTooDeeply() {
        var deep = "<description>a%sb%s</description>".formatted("<div>".repeat(20_000), "</div>".repeat(20_000));
        var feed =
                feed(rss("<item><title>First</title>%s<link>https://a.example/1</link></item>".formatted(deep), GOOD));

        assertThat(feed.entries())
                .extracting(FeedEntry::link)
                .containsExactly("https://a.example/1", "https://a.example/2");
    }

    @Test
    void endsATextThatIsNotClosedAtTheNextItem() {
        var feed = feed("<rss><channel><title>T<item><title>One<item><title>Two</channel></rss>");

        assertThat(feed.title()).isEqualTo("T");
        assertThat(feed.entries())
                .extracting(entry -> entry.title().plainTitle(50))
                .containsExactly("One", "Two");
    }

    @Test
    void takesTheSlashBehindABareAddressForTheEndOfTheElement() {
        var feed = feed("<feed><entry><link href=https://a.example/1//><title>One</title></entry></feed>");

        assertThat(feed.entries().getFirst().link()).isEqualTo("https://a.example/1/");
        assertThat(feed.entries().getFirst().title().plainTitle(50)).isEqualTo("One");
    }

    @Test
    void dropsAnAddressThatTheEndCutsOff() {
        var feed = feed("<rss><channel><item><title>One</title><link>https://a.example/1/abc");

        assertThat(feed.entries()).hasSize(1);
        assertThat(feed.entries().getFirst().address()).isNull();
        assertThat(feed.flaw()).startsWith("the feed ends in the middle");
    }

    @Test
    void readsNamesInAnyCaseAndWithoutNamespaces() {
        var feed = feed("""
                <RSS VERSION="2.0"><CHANNEL><TITLE>Loud</TITLE><ITEM><TITLE>One</TITLE><LINK>https://a.example/1</LINK>
                <PUBDATE>Mon, 16 Nov 2026 08:30:00 GMT</PUBDATE></ITEM></CHANNEL></RSS>""");

        assertThat(feed.title()).isEqualTo("Loud");
        assertThat(feed.entries().getFirst().link()).isEqualTo("https://a.example/1");
        assertThat(feed.entries().getFirst().publishedAt()).isNotNull();
    }

    @Test
    void readsOnBesideListsOfCharactersThatOldFeedsName() {
        Feed feed = feed(
                "<!DOCTYPE rss [<!ENTITY % HTMLlat1 PUBLIC \"-//W3C//ENTITIES Latin 1//EN\" \"http://x.invalid/l.ent\"> %HTMLlat1;]>"
                        + "<rss><channel><title>caf&eacute;</title></channel></rss>");

        assertThat(feed.title()).isEqualTo("café");
    }
}
