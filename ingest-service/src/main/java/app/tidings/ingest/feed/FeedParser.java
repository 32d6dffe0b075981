package app.tidings.ingest.feed;

import app.tidings.ingest.feed.Parsed.Kind;
import app.tidings.ingest.feed.Parsed.NotAFeed;
import app.tidings.ingest.feed.charset.FeedCharset;
import app.tidings.ingest.feed.page.FeedLink;
import app.tidings.ingest.feed.page.FeedLinks;
import app.tidings.ingest.feed.page.HtmlStart;
import app.tidings.platform.address.HttpUrl;
import app.tidings.platform.fetch.Body;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Bytes that a server gave for a feed's address, read as whatever format they are in. */
public final class FeedParser {

    /** More entries than these are not read from one document. */
    static final int MAX_ENTRIES = 1_000;

    static final String TOO_MANY =
            "the feed has more than %,d entries; those behind were not read".formatted(MAX_ENTRIES);

    /** So many feeds of a page are named where the page came instead of one. */
    private static final int MAX_NAMED = 3;

    /** So far into a document its beginning is looked for behind what a program printed before it, in characters. */
    private static final int MAX_JUNK = 64 * 1024;

    private static final Pattern BEGINNING =
            Pattern.compile("<(?:\\w{1,20}:)?(?:rss|feed|rdf)(?=[\\s>])", Pattern.CASE_INSENSITIVE);

    private static final NotAFeed NEITHER =
            new NotAFeed(Kind.UNREADABLE, "the document is neither XML nor JSON, so no feed; check the address");

    private FeedParser() {}

    /**
     * Reads a document; never throws, and takes no longer than its length allows.
     *
     * @param charset the one of the HTTP header
     * @param base the address that answered; null where it is not known, and relative addresses stay as they are
     */
    public static Parsed parse(Body body, @Nullable Charset charset, @Nullable HttpUrl base) {
        var text = FeedCharset.text(body, charset);
        var start = firstSign(text);
        if (start == text.length()) {
            return new NotAFeed(Kind.EMPTY, "the answer is empty; the server says nothing at this address");
        }
        return switch (text.charAt(start)) {
            case '{', '[' -> JsonFeedReader.read(text.substring(start), base);
            case '<' ->
                HtmlStart.isAt(text, start)
                        ? insteadOfFeed(body, charset, base)
                        : xml(text, start, body, charset, base);
            default -> behindJunk(text, start, base).orElse(NEITHER);
        };
    }

    private static Parsed xml(String text, int start, Body body, @Nullable Charset charset, @Nullable HttpUrl base) {
        var parsed = XmlFeedReader.read(text, start, base);
        return switch (parsed) {
            case NotAFeed(var kind, var _) when kind == Kind.HTML_PAGE -> insteadOfFeed(body, charset, base);
            case NotAFeed(var kind, var _)
            when kind == Kind.OTHER_DOCUMENT -> behindJunk(text, start, base).orElse(parsed);
            default -> parsed;
        };
    }

    /** A page where a feed was expected: the commonest mistake, so the answer names the feeds that the page links. */
    private static NotAFeed insteadOfFeed(Body body, @Nullable Charset charset, @Nullable HttpUrl base) {
        var feeds = base == null
                ? ""
                : FeedLinks.of(body, charset, base).stream()
                        .limit(MAX_NAMED)
                        .map(FeedLink::url)
                        .collect(Collectors.joining(" , "));
        var reason = "the address answers with an HTML page, not a feed";
        return new NotAFeed(
                Kind.HTML_PAGE,
                feeds.isEmpty()
                        ? reason + "; look for the address of the feed on the page"
                        : reason + "; the page names these feeds: " + feeds);
    }

    /** The feed that begins behind something else, such as what a program printed before it. */
    private static Optional<Parsed> behindJunk(String text, int start, @Nullable HttpUrl base) {
        var beginning = BEGINNING.matcher(text).region(start, Math.min(text.length(), start + MAX_JUNK));
        return beginning.find() ? Optional.of(XmlFeedReader.read(text, beginning.start(), base)) : Optional.empty();
    }

    /** Where the first character is that is no white space, which XML does not allow before its declaration. */
    static int firstSign(String text) {
        var at = 0;
        while (at < text.length()
                && (Character.isWhitespace(text.charAt(at)) || "\ufeff\0".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }
}
