package app.tidings.curation.paste;

import app.tidings.curation.page.WebPage;
import app.tidings.curation.page.metadata.Metadata;
import app.tidings.curation.page.text.ReadableText;
import app.tidings.curation.page.text.ReadableText.Quality;
import app.tidings.platform.address.HttpUrl;
import app.tidings.platform.address.HttpUrl.Parsed;
import java.net.URI;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.nodes.Entities;

/**
 * Reads what a person pasted as if it were the page: a whole page is searched for its article, a part of one is the article.
 * Whatever form it has, it goes through HTML, and so through the same reading and the same allowlist. Pure.
 */
final class ReadPasted {

    private static final Pattern WHOLE_PAGE = Pattern.compile("<(!doctype|html|body)[\\s>]", Pattern.CASE_INSENSITIVE);
    private static final Pattern PARAGRAPH_END = Pattern.compile("\\R[ \\t\\u3000]*\\R\\s*");
    private static final Parser MARKDOWN = Parser.builder().build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder().build();

    private ReadPasted() {}

    /**
     * What a pasted text says; it may be nothing.
     *
     * @param address of the page, which its references are relative to
     */
    static ReadableText of(Pasted pasted, URI address) {
        if (pasted.html() != null) {
            return ofHtml(pasted.html(), address);
        }
        return ReadableText.all(page(
                pasted.markdown() == null
                        ? paragraphs(Objects.requireNonNull(pasted.text()))
                        : HTML.render(MARKDOWN.parse(pasted.markdown())),
                address));
    }

    private static ReadableText ofHtml(String html, URI address) {
        var page = page(html, address);
        if (!WHOLE_PAGE.matcher(html).find()) {
            return ReadableText.all(page);
        }
        var read = ReadableText.of(page, Metadata.of(page));
        return read.quality() == Quality.METADATA_ONLY ? ReadableText.all(page) : read;
    }

    private static String paragraphs(String text) {
        return PARAGRAPH_END
                .splitAsStream(text.strip())
                .map(paragraph -> paragraph.lines().map(Entities::escape).collect(Collectors.joining("<br>")))
                .collect(Collectors.joining("</p><p>", "<p>", "</p>"));
    }

    private static WebPage page(String html, URI address) {
        return WebPage.of(html, HttpUrl.parse(address.toString()) instanceof Parsed.Good(var url) ? url : null);
    }
}
