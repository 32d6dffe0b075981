package app.tidings.curation.page;

import app.tidings.platform.address.HttpUrl;
import app.tidings.platform.address.HttpUrl.Parsed;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/**
 * A page as it was fetched.
 *
 * @param address the one that answered in the end; null where nobody knows it
 * @param base what its references are relative to: the address, unless a {@code base} element says otherwise
 */
public record WebPage(@Nullable HttpUrl address, @Nullable HttpUrl base, Document html) {

    private static final int MOST_ELEMENTS = 60_000;

    /** Signs that an element takes at least, as in {@code <p>}. */
    private static final int SHORTEST = 3;

    private static final Evaluator BASE = Selector.evaluatorOf("base[href]");
    private static final int LONGEST = 4_000_000;

    /**
     * Reads a page in the characters that it is written in; of one that is longer than any article, or of more elements, the
     * beginning.
     *
     * @param stated what its server says of the characters
     */
    public static WebPage read(byte[] bytes, @Nullable Charset stated, @Nullable HttpUrl address) {
        return of(new String(bytes, PageCharset.of(bytes, stated)), address);
    }

    /** A page whose characters are known. */
    public static WebPage of(String markup, @Nullable HttpUrl address) {
        var html = Jsoup.parse(bounded(markup), address == null ? "" : address.toString());
        return new WebPage(address, base(html, address), html);
    }

    /** A tree takes many times the memory of its markup: what counts is how many elements there are. */
    private static String bounded(String markup) {
        if (markup.length() <= SHORTEST * MOST_ELEMENTS) {
            return markup;
        }
        var end = Math.min(markup.length(), LONGEST);
        var elements = 0;
        for (var i = markup.indexOf('<'); i >= 0 && i < end - 1; i = markup.indexOf('<', i + 1)) {
            if (Character.isLetter(markup.charAt(i + 1)) && ++elements > MOST_ELEMENTS) {
                return markup.substring(0, i);
            }
        }
        return markup.substring(0, end);
    }

    /** An address that the page names, as the page means it; empty when it is none that we use. */
    public Optional<URI> resolve(@Nullable String reference) {
        if (reference == null || reference.isBlank()) {
            return Optional.empty();
        }
        var read = base == null ? HttpUrl.parse(reference.strip()) : base.resolve(reference.strip());
        return read instanceof Parsed.Good(var url) ? Optional.of(url.uri()) : Optional.empty();
    }

    /** HTML, section 4.2.3: the first {@code base} with an address moves all that follow. */
    private static @Nullable HttpUrl base(Document html, @Nullable HttpUrl address) {
        var named = html.head().selectFirst(BASE);
        if (named == null) {
            return address;
        }
        var reference = named.attr("href").strip();
        var read = address == null ? HttpUrl.parse(reference) : address.resolve(reference);
        return read instanceof Parsed.Good(var url) ? url : address;
    }
}
