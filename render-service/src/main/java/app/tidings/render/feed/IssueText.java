package app.tidings.render.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import app.tidings.render.prose.Lines;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.jspecify.annotations.Nullable;

/**
 * What a feed shows of an issue. It is taken from the stored page, so that a feed tells what the archive tells and no more,
 * also of issues that were printed before there were feeds.
 *
 * @param summary the first headlines, as plain text
 * @param html elements without style and script, through an allowlist of its own; every address is absolute
 * @param image the first one
 */
record IssueText(String summary, String html, @Nullable String image) {

    private static final int SUMMARY_LENGTH = 200;

    private static final Cleaner CLEANER = new Cleaner(Safelist.none()
            .addTags("h2", "h3", "p", "br", "strong", "em", "code", "pre", "blockquote", "ul", "ol", "li", "a")
            .addTags("img", "figure", "figcaption", "div", "span")
            .addAttributes(":all", "lang")
            .addAttributes("a", "href")
            .addAttributes("img", "src", "width", "height", "alt")
            .addProtocols("a", "href", "http", "https", "mailto")
            .addProtocols("img", "src", "http", "https"));

    /** Reads a stored page; relative addresses are those of the page's own. */
    static IssueText of(byte[] storedPage, URI page) {
        var document = Jsoup.parse(new String(storedPage, UTF_8), page.toString());
        var summary = summary(document);
        var body = CLEANER.clean(flat(document))
                .outputSettings(new Document.OutputSettings().prettyPrint(false))
                .body();
        var image = Optional.ofNullable(body.selectFirst("img")).map(first -> first.attr("src"));
        return new IssueText(summary, body.html().strip(), image.orElse(null));
    }

    private static String summary(Document page) {
        var titles = page.select(".entry h3 > a, .entry h3 > span:not([class])").eachText().stream()
                .collect(joining(" · "));
        return Lines.beginning(
                titles.isEmpty() ? page.select("meta[name=description]").attr("content") : titles, SUMMARY_LENGTH);
    }

    /** The count and the text alone, entries no longer in lists: many readers show no list's numbers, or show them twice. */
    private static Document flat(Document page) {
        var flat = Document.createShell(page.baseUri());
        flat.body().appendChildren(page.select(".head .count"));
        flat.body().appendChild(Objects.requireNonNullElse(page.selectFirst("article .text"), page.body()));
        flat.select(".entry .no").forEach(number -> number.text(number.text() + "."));
        flat.select(".text, section, ol.entries, .entry, div:not([lang]), span:not([lang])")
                .forEach(Element::unwrap);
        return flat;
    }
}
