package app.tidings.ingest.feed;

import app.tidings.ingest.feed.Parsed.Kind;
import app.tidings.ingest.feed.Parsed.NotAFeed;
import app.tidings.platform.address.HttpUrl;
import app.tidings.platform.fetch.Body;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** An HTML page where a feed was expected: the commonest mistake, so the answer names the feeds that the page links. */
final class HtmlPage {

    private static final int HEAD = 2_000;
    private static final int MAX_READ = 256 * 1024;
    private static final int MAX_NAMED = 3;

    private static final Pattern BEGINNING = Pattern.compile(
            "\\A(?:<\\?xml[^>]*+>|<!--.{0,1500}?-->|\\s++)*+<(?:!doctype\\s+html|html|head|body)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private HtmlPage() {}

    /** Whether the text begins as a page does; the reader stays where it is. */
    static boolean isHtml(Reader text) {
        return BEGINNING.matcher(head(text)).find();
    }

    private static String head(Reader text) {
        try {
            text.mark(HEAD);
            var head = new char[HEAD];
            var length = 0;
            for (int read; length < HEAD && (read = text.read(head, length, HEAD - length)) > 0; ) {
                length += read;
            }
            text.reset();
            return new String(head, 0, length);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can always be read", e);
        }
    }

    static NotAFeed insteadOfFeed(Body body, @Nullable Charset charset, HttpUrl base) {
        var feeds = feedsNamedBy(body, charset, base);
        var reason = "the address answers with an HTML page, not a feed";
        return new NotAFeed(
                Kind.HTML_PAGE,
                feeds.isEmpty()
                        ? reason + "; look for the address of the feed on the page"
                        : reason + "; the page names these feeds: " + String.join(" , ", feeds));
    }

    private static List<String> feedsNamedBy(Body body, @Nullable Charset charset, HttpUrl base) {
        try (var in = body.stream()) {
            var head = Body.of(in.readNBytes(MAX_READ));
            var page = Jsoup.parse(head.stream(), charset == null ? null : charset.name(), base.toString());
            return page.select("link[rel~=(?i)\\balternate\\b][type~=(?i)rss|atom|feed\\+json]").stream()
                    .flatMap(link -> HttpUrl.parse(link.absUrl("href")) instanceof HttpUrl.Parsed.Good(var url)
                            ? Stream.of(url.toString())
                            : Stream.empty())
                    .distinct()
                    .limit(MAX_NAMED)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
