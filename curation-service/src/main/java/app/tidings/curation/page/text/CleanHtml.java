package app.tidings.curation.page.text;

import app.tidings.curation.page.WebPage;
import app.tidings.curation.page.part.Part;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Writes an article as HTML that says what its parts are, and no more: headings, paragraphs, lists, quotes, code, tables,
 * images, links and emphasis. What is written goes through an allowlist all the same.
 */
final class CleanHtml implements Sink {

    private static final Set<String> KEPT = Set.of(
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "p",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "blockquote",
            "table",
            "caption",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "th",
            "td",
            "figure",
            "figcaption",
            "details",
            "summary",
            "em",
            "strong",
            "b",
            "i",
            "u",
            "s",
            "del",
            "ins",
            "sub",
            "sup",
            "mark",
            "code",
            "kbd",
            "samp",
            "var",
            "q",
            "cite",
            "abbr",
            "small",
            "ruby",
            "rt");

    private static final Map<String, String> WRITTEN_AS = Map.of("h1", "h2", "strike", "s", "tt", "code");

    private static final PolicyFactory ALLOWED = new HtmlPolicyBuilder()
            .allowElements(KEPT.toArray(String[]::new))
            .allowElements("a", "img", "br", "hr", "pre")
            .allowUrlProtocols("http", "https", "mailto")
            .allowAttributes("href")
            .onElements("a")
            .allowAttributes("src", "alt")
            .onElements("img")
            .allowAttributes("colspan", "rowspan")
            .matching(java.util.regex.Pattern.compile("\\d{1,3}"))
            .onElements("td", "th")
            .requireRelsOnLinks("noopener", "nofollow")
            .toFactory();

    private static final List<String> SOURCES = List.of(
            "data-original", "data-src", "data-lazy-src", "data-actualsrc", "data-original-src", "data-url", "src");

    /** Length up to which markup is written, in characters: the longest text, and as much again for its tags. */
    private static final int LONGEST = 300_000;

    private final WebPage page;
    private final StringBuilder html = new StringBuilder();

    private CleanHtml(WebPage page) {
        this.page = page;
    }

    static String of(List<Part> article, WebPage page) {
        var clean = new CleanHtml(page);
        Sink.pour(article, clean);
        return ALLOWED.sanitize(clean.html.toString()).strip();
    }

    @Override
    public boolean open(Part part) {
        if (html.length() > LONGEST) {
            return false;
        }
        return switch (part.tag()) {
            case "pre" -> code(part);
            case "img" -> image(part.element);
            case "br" -> empty("<br>");
            case "hr" -> empty("<hr>\n");
            case "a" -> link(part.element);
            default -> begin(part);
        };
    }

    private boolean begin(Part part) {
        var written = written(part);
        if (!written.isEmpty()) {
            html.append('<').append(written);
            Stream.of("colspan", "rowspan")
                    .filter(part.element::hasAttr)
                    .forEach(name -> attribute(name, part.element.attr(name)));
            html.append('>');
        }
        return true;
    }

    /** What an element is written as: a box that holds nothing but words is a paragraph, another box is not written. */
    private static String written(Part part) {
        var tag = WRITTEN_AS.getOrDefault(part.tag(), part.tag());
        if (KEPT.contains(tag)) {
            return tag;
        }
        return part.isBlock() && !part.holdsBlocks && (part.text > 0 || part.images > 0) ? "p" : "";
    }

    private boolean code(Part part) {
        html.append("<pre><code>");
        escape(TextLines.verbatim(part));
        html.append("</code></pre>\n");
        return false;
    }

    private boolean empty(String element) {
        html.append(element);
        return false;
    }

    private boolean image(Element image) {
        SOURCES.stream()
                .map(image::attr)
                .filter(source -> !source.isBlank())
                .map(page::resolve)
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(source -> {
                    html.append("<img");
                    attribute("src", source.toString());
                    attribute("alt", image.attr("alt"));
                    html.append('>');
                });
        return false;
    }

    private boolean link(Element link) {
        html.append("<a");
        target(link.attr("href")).ifPresent(target -> attribute("href", target));
        html.append('>');
        return true;
    }

    private Optional<String> target(String reference) {
        return reference.strip().toLowerCase(Locale.ROOT).startsWith("mailto:")
                ? Optional.of(reference.strip())
                : page.resolve(reference).map(Object::toString);
    }

    private void attribute(String name, String value) {
        html.append(' ').append(name).append("=\"");
        escape(value);
        html.append('"');
    }

    @Override
    public void text(String text) {
        if (html.length() <= LONGEST) {
            escape(text);
        }
    }

    @Override
    public void close(Part part) {
        var written = part.tag().equals("a") ? "a" : written(part);
        if (!written.isEmpty()) {
            html.append("</").append(written).append(part.isBlock() ? ">\n" : ">");
        }
    }

    /** Only what markup is made of: the allowlist reads it all again and writes it in its own way. */
    private void escape(String text) {
        for (var i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                default -> html.append(text.charAt(i));
            }
        }
    }
}
