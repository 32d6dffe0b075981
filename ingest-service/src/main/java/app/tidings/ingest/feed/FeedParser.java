package app.tidings.ingest.feed;

import app.tidings.ingest.feed.Parsed.Kind;
import app.tidings.ingest.feed.Parsed.NotAFeed;
import app.tidings.platform.address.HttpUrl;
import app.tidings.platform.fetch.Body;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** Bytes that a server gave for a feed's address, read as whatever format they are in. */
public final class FeedParser {

    /** More entries than these are not read from one document. */
    static final int MAX_ENTRIES = 1_000;

    static final String TOO_MANY =
            "the feed has more than %,d entries; those behind were not read".formatted(MAX_ENTRIES);

    private static final int END = -1;

    private FeedParser() {}

    /**
     * Reads a document; never throws, and takes no longer than its length allows.
     *
     * @param charset the one of the HTTP header
     * @param base the address that answered
     */
    public static Parsed parse(Body body, @Nullable Charset charset, HttpUrl base) {
        var text = new BufferedReader(FeedCharset.reader(body, charset));
        return switch (firstSign(text)) {
            case END -> new NotAFeed(Kind.EMPTY, "the answer is empty; the server says nothing at this address");
            case '{', '[' -> JsonFeedReader.read(body, base);
            case '<' ->
                HtmlPage.isHtml(text) ? HtmlPage.insteadOfFeed(body, charset, base) : xml(text, body, charset, base);
            default ->
                new NotAFeed(Kind.UNREADABLE, "the document is neither XML nor JSON, so no feed; check the address");
        };
    }

    private static Parsed xml(Reader text, Body body, @Nullable Charset charset, HttpUrl base) {
        var parsed = XmlFeedReader.read(text, base);
        return parsed instanceof NotAFeed(var kind, var _) && kind == Kind.HTML_PAGE
                ? HtmlPage.insteadOfFeed(body, charset, base)
                : parsed;
    }

    /** Goes to the first character that is no white space, which XML does not allow before its declaration. */
    static int firstSign(Reader text) {
        try {
            int sign;
            do {
                text.mark(1);
                sign = text.read();
            } while (Character.isWhitespace(sign) || sign == '\ufeff');
            text.reset();
            return sign;
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can always be read", e);
        }
    }
}
