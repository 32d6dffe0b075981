package app.tidings.ingest.feed.page;

import app.tidings.ingest.feed.charset.FeedCharset;
import app.tidings.platform.address.HttpUrl;
import app.tidings.platform.fetch.Body;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the feeds that an HTML page names in its {@code <link rel="alternate">} elements (HTML §4.6.7.1, and the custom of
 * RSS autodiscovery). Nothing is fetched, and no more is read of a page than {@value #MAX_READ} bytes.
 */
public final class FeedLinks {

    private static final int MAX_READ = 256 * 1024;
    private static final int MAX_LINKS = 50;
    private static final int MAX_TITLE = 200;

    private static final Set<String> TYPES = Set.of(
            "application/rss+xml",
            "application/atom+xml",
            "application/feed+json",
            "application/rdf+xml",
            "application/x.atom+xml",
            "application/x-atom+xml",
            "text/rss+xml",
            "text/atom+xml",
            "text/rss");

    /** Types that name no format; such a link is a feed where its words say so. */
    private static final Set<String> VAGUE_TYPES = Set.of("application/xml", "text/xml", "application/json");

    private static final Pattern FEED_WORDS =
            Pattern.compile("\\b(?:rss|atom|feeds?|rdf)\\b|订阅", Pattern.CASE_INSENSITIVE);

    private static final Pattern COMMENTS =
            Pattern.compile("\\bcomments?\\b|\\breplies\\b|评论|留言", Pattern.CASE_INSENSITIVE);

    private FeedLinks() {}

    /**
     * The feeds in the order of the page, those of comments last; each address once, the first title counting.
     *
     * @param charset the one of the HTTP header
     * @param base the address that answered; relative links mean what they mean there or at the page's own base
     */
    public static List<FeedLink> of(Body page, @Nullable Charset charset, HttpUrl base) {
        var found = new LinkedHashMap<String, FeedLink>();
        for (var link : document(page, charset, base).select("link[rel~=(?i)\\b(?:alternate|feed)\\b][href]")) {
            var feed = feed(link);
            if (feed != null && found.size() < MAX_LINKS) {
                found.putIfAbsent(feed.url(), feed);
            }
        }
        return found.values().stream()
                .sorted(Comparator.comparing(FeedLinks::isOfComments))
                .toList();
    }

    private static Document document(Body page, @Nullable Charset charset, HttpUrl base) {
        try (var in = page.stream()) {
            var head = Body.of(in.readNBytes(MAX_READ));
            return Jsoup.parse(FeedCharset.text(head, charset), base.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can always be read", e);
        }
    }

    private static @Nullable FeedLink feed(Element link) {
        var type = link.attr("type").strip().toLowerCase(Locale.ROOT).replaceFirst("\\s*;.*", "");
        if (!isFeed(link, type)
                || !(HttpUrl.parse(link.absUrl("href").strip()) instanceof HttpUrl.Parsed.Good(var url))) {
            return null;
        }
        var title = link.attr("title").strip();
        var shown = title.substring(0, Math.min(title.length(), MAX_TITLE));
        return new FeedLink(url.toString(), shown.isEmpty() ? null : shown, type);
    }

    private static boolean isFeed(Element link, String type) {
        var words = link.attr("href") + " " + link.attr("title");
        return TYPES.contains(type)
                || (VAGUE_TYPES.contains(type) && FEED_WORDS.matcher(words).find())
                || (type.isEmpty() && link.attr("rel").toLowerCase(Locale.ROOT).contains("feed"));
    }

    private static boolean isOfComments(FeedLink feed) {
        return COMMENTS.matcher(feed.url()).find()
                || (feed.title() != null && COMMENTS.matcher(feed.title()).find());
    }
}
