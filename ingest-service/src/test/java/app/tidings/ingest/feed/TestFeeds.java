package app.tidings.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.ingest.feed.Parsed.Feed;
import app.tidings.ingest.feed.Parsed.NotAFeed;
import app.tidings.platform.address.HttpUrl;
import app.tidings.platform.fetch.Body;

/** Feeds of our own making, and how tests read them. */
public final class TestFeeds {

    static final HttpUrl BASE = url("https://blog.example/feeds/all.xml");

    private TestFeeds() {}

    static HttpUrl url(String text) {
        return ((HttpUrl.Parsed.Good) HttpUrl.parse(text)).url();
    }

    static Parsed parse(String document) {
        return FeedParser.parse(Body.of(document.getBytes(UTF_8)), null, BASE);
    }

    static Feed feed(String document) {
        return (Feed) parse(document);
    }

    static NotAFeed notAFeed(String document) {
        return (NotAFeed) parse(document);
    }

    /** An RSS 2.0 feed with these items, which are written as {@code <item>…</item>}. */
    public static String rss(String... items) {
        return """
               <?xml version="1.0" encoding="UTF-8"?>
               <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
                    xmlns:content="http://purl.org/rss/1.0/modules/content/"
                    xmlns:atom="http://www.w3.org/2005/Atom">
                 <channel>
                   <title>潮汐笔记</title>
                   <link>https://blog.example/</link>
                   <language>zh-CN</language>
                   %s
                 </channel>
               </rss>
               """.formatted(String.join("\n", items));
    }

    /** An item with nothing but title and link. */
    public static String item(String title, String link) {
        return "<item><title>%s</title><link>%s</link></item>".formatted(title, link);
    }

    static String atom(String... entries) {
        return """
               <?xml version="1.0" encoding="utf-8"?>
               <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
                 <title>Tide Notes</title>
                 <link rel="self" href="https://notes.example/atom.xml"/>
                 <link href="https://notes.example/"/>
                 %s
               </feed>
               """.formatted(String.join("\n", entries));
    }
}
