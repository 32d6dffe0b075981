package app.tidings.ingest.feed.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.platform.address.HttpUrl;
import app.tidings.platform.fetch.Body;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeedLinksTest {

    private static final HttpUrl PAGE = ((HttpUrl.Parsed.Good) HttpUrl.parse("https://blog.example/zh/about")).url();

    private static List<FeedLink> links(String html) {
        return FeedLinks.of(Body.of(html.getBytes(UTF_8)), null, PAGE);
    }

    @Test
    void findsFeedsInTheOrderOfThePageAndThoseOfCommentsLast() {
        assertThat(links("""
                <!doctype html><html><head>
                <link rel="alternate" type="application/rss+xml" title="站点 » 评论" href="/comments/feed">
                <link rel='alternate' type='application/rss+xml' title='全部文章' href='feed.xml'>
                <link rel="ALTERNATE nofollow" type="Application/Atom+XML; charset=utf-8" href="https://other.example/atom">
                <link rel="alternate" type="application/feed+json" title=" " href="//cdn.example/feed.json">
                <link rel="feed" href="/plain">
                </head>"""))
                .containsExactly(
                        new FeedLink("https://blog.example/zh/feed.xml", "全部文章", "application/rss+xml"),
                        new FeedLink("https://other.example/atom", null, "application/atom+xml"),
                        new FeedLink("https://cdn.example/feed.json", null, "application/feed+json"),
                        new FeedLink("https://blog.example/plain", null, ""),
                        new FeedLink("https://blog.example/comments/feed", "站点 » 评论", "application/rss+xml"));
    }

    @Test
    void takesNothingElseForAFeed() {
        assertThat(links("""
                <link rel="alternate" hreflang="en" href="/en">
                <link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/2">
                <link rel="alternate" type="application/json+oembed" href="/oembed">
                <link rel="stylesheet" type="text/css" href="/feed.css">
                <link rel="alternate stylesheet" type="text/css" href="/rss.css">
                <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">
                <link rel="alternate" type="application/rss+xml" href="http://[a.example/feed">
                <link rel="alternate" type="application/rss+xml">""")).isEmpty();
    }

    @Test
    void takesXmlForAFeedWhereItsWordsSaySo() {
        assertThat(links("<link rel=alternate type=text/xml title='RSS 2.0' href=/index.xml>"))
                .extracting(FeedLink::url)
                .containsExactly("https://blog.example/index.xml");
    }

    @Test
    void readsRelativeLinksAtThePagesOwnBaseAndNamesEachFeedOnce() {
        assertThat(links("""
                <head><base href="https://static.example/a/"><link rel="alternate" type="application/rss+xml" href="b">
                <link rel="alternate" type="application/rss+xml" title="again" href="https://static.example/a/b">""")).containsExactly(new FeedLink("https://static.example/a/b", null, "application/rss+xml"));
    }

    @Test
    void readsTitlesInThePagesCharset() {
        var page = "<meta charset=gbk><link rel=alternate type=application/rss+xml title=潮汐周刊 href=/f>";

        assertThat(FeedLinks.of(Body.of(page.getBytes(Charset.forName("GBK"))), null, PAGE))
                .extracting(FeedLink::title)
                .containsExactly("潮汐周刊");
    }

    @Test
    void namesNoMoreFeedsThanTheLimit() {
        var page = IntStream.range(0, 200)
                .mapToObj(i -> "<link rel=alternate type=application/rss+xml href=/%d>".formatted(i))
                .collect(Collectors.joining());

        assertThat(links(page)).hasSize(50);
    }
}
