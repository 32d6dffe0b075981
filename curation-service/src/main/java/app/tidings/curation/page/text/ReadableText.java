package app.tidings.curation.page.text;

import app.tidings.curation.page.WebPage;
import app.tidings.curation.page.metadata.Metadata;
import app.tidings.curation.page.part.Part;
import app.tidings.curation.page.part.Survey;
import app.tidings.curation.page.part.Weight;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The readable text of a page: of its article where there is one that can be told from the rest, and else of less and less
 * certain places.
 *
 * @param text a line for each paragraph, heading, list item, cell, caption and line of code; at most 100,000 characters
 * @param html the same with its structure, sanitised; addresses in it are absolute
 * @param isPartial whether there is more text than that
 */
public record ReadableText(String text, String html, Quality quality, boolean isPartial) {

    /** How sure it is that the text is the article. */
    public enum Quality {
        /** It is. */
        ARTICLE,
        /** The page says it for machines only, in one piece. */
        STATED,
        /** No article could be told from the rest: it is all that the page says. */
        WHOLE_PAGE,
        /** Nothing but a few words; what the page says about itself is all there is. */
        METADATA_ONLY;

        /** As it is shown: {@code whole-page}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Weight of the running text that an article has at least: a sentence or two. */
    private static final int ENOUGH = 50;

    private static final int LEAST = 120;
    private static final int MUCH = 400;
    private static final double HALF = 0.5;

    /** Reads a page, which stays as it is. */
    public static ReadableText of(WebPage page, Metadata metadata) {
        return Stream.<Attempt>of(
                        () -> found(page, page.html(), metadata, true),
                        () -> found(page, page.html(), metadata, false),
                        () -> template(page.html()).flatMap(html -> found(page, html, metadata, true)),
                        () -> stated(metadata.articleBody()))
                .map(Attempt::make)
                .flatMap(Optional::stream)
                .findFirst()
                .map(found -> orStated(found, metadata.articleBody()))
                .orElseGet(() -> whole(page));
    }

    /** All that a page says, for one that is known to be nothing but an article. */
    public static ReadableText all(WebPage page) {
        return read(Survey.of(page.html()).getFirst(), page, Quality.WHOLE_PAGE);
    }

    /** Where a page shows little of the text that it states, what was found in it is something else. */
    private static ReadableText orStated(ReadableText found, @Nullable String articleBody) {
        return articleBody != null
                        && Weight.of(articleBody) >= MUCH
                        && 2 * Weight.of(articleBody) >= Weight.of(found.text)
                        && Agreement.of(articleBody, found.text) < HALF
                ? stated(articleBody).orElse(found)
                : found;
    }

    private interface Attempt {
        Optional<ReadableText> make();
    }

    private static Optional<ReadableText> found(WebPage page, Document html, Metadata metadata, boolean strict) {
        var parts = Survey.of(html);
        if (strict) {
            Clutter.drop(parts);
        }
        var article = Scores.article(parts);
        Trim.trim(article, metadata);
        return article.stream().mapToInt(part -> part.prose).sum() >= ENOUGH
                ? Optional.of(made(article, page, Quality.ARTICLE))
                : Optional.empty();
    }

    /** Some pages bring their article as a template that a script would show. */
    private static Optional<Document> template(Document html) {
        return html
                .body()
                .select("script[type^=text/][type*=template], script[type=text/html], template, noscript")
                .stream()
                .map(each -> each.normalName().equals("script") ? each.data() : each.html())
                .filter(each -> each.length() > LEAST)
                .max(Comparator.comparingInt(String::length))
                .map(Jsoup::parse);
    }

    private static Optional<ReadableText> stated(@Nullable String articleBody) {
        if (articleBody == null || Weight.of(articleBody) < LEAST) {
            return Optional.empty();
        }
        var body = new Element("body");
        articleBody.lines().forEach(line -> body.appendElement("p").text(line));
        var html = Document.createShell("");
        html.body().replaceWith(body);
        return Optional.of(read(Survey.of(html).getFirst(), new WebPage(null, null, html), Quality.STATED));
    }

    private static ReadableText whole(WebPage page) {
        var parts = Survey.of(page.html());
        Clutter.drop(parts);
        var body = parts.getFirst();
        return read(
                body, page, body.text >= LEAST && body.linkShare() < 0.5 ? Quality.WHOLE_PAGE : Quality.METADATA_ONLY);
    }

    private static ReadableText read(Part body, WebPage page, Quality quality) {
        return made(List.of(body), page, quality);
    }

    private static ReadableText made(List<Part> article, WebPage page, Quality quality) {
        var lines = TextLines.of(article);
        return new ReadableText(lines.text(), CleanHtml.of(article, page), quality, lines.isCut());
    }
}
