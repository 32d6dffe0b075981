package app.tidings.curation.enrich;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * Finds the article in a page: the part that holds most of the running text and few links. One line of the result is one
 * paragraph, heading, list item or line of code. Takes the page apart: a copy of a large one may be more than fits in memory.
 */
final class ReadableText {

    private static final String CLUTTER =
            "script, style, noscript, template, nav, footer, aside, form, button, select, input,"
                    + " textarea, iframe, object, embed, svg, canvas, dialog, [hidden], [aria-hidden=true], [role=navigation],"
                    + " [role=banner], [role=contentinfo], [role=complementary], [style*=display:none], [style*=display: none]";

    private static final Pattern CLUTTERED = Pattern.compile(
            "(^|[\\s_-])(comments?|disqus|sidebar|shar(e|ing)|social|related|recommend(ed|ation)?s?|breadcrumbs?|copyright|"
                    + "advert\\w*|ads?|promo|sponsor|subscri\\w+|newsletter|cookies?|login|signup|toc|pagination|pager|menu|"
                    + "navbar|navigation|footer|masthead|widget|popup|modal|tags?|qrcode|reward|license|statement)([\\s_-]|$)",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "section",
            "article",
            "main",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "blockquote",
            "pre",
            "table",
            "thead",
            "tbody",
            "tr",
            "td",
            "th",
            "figure",
            "figcaption",
            "header",
            "hr",
            "body",
            "details",
            "summary",
            "address",
            "center");

    /** Paragraphs shorter than this, where a Chinese character counts two, say nothing about where the article is. */
    private static final int SHORT = 40;

    private static final int LEAST = 120;
    private static final int LONGEST = 100_000;
    private static final double NEIGHBOUR_SHARE = 0.2;

    private ReadableText() {}

    /** The text, or empty where the page has no article that could be found. */
    static Optional<String> of(Document html) {
        html.select(CLUTTER).remove();
        removeCluttered(html);
        return article(html).map(ReadableText::lines).filter(text -> weight(text) >= LEAST);
    }

    private static void removeCluttered(Document html) {
        html.body().select("[class], [id]").stream()
                .filter(each ->
                        CLUTTERED.matcher(each.className() + " " + each.id()).find())
                .filter(each -> !holdsArticle(each))
                .toList()
                .forEach(Node::remove);
    }

    private static boolean holdsArticle(Element element) {
        var name = element.normalName();
        return name.equals("body")
                || name.equals("article")
                || name.equals("main")
                || element.selectFirst("article, main, [itemprop=articleBody], h1") != null;
    }

    private static Optional<List<Element>> article(Document html) {
        var scores = scores(html);
        return scores.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(top -> withNeighbours(top.getKey(), scores));
    }

    /** Each paragraph speaks for its parent, and half as loud for its grandparent. */
    private static Map<Element, Double> scores(Document html) {
        var scores = new LinkedHashMap<Element, Double>();
        for (var block : html.body().select("p, pre, li, td, blockquote, h2, h3, div, section")) {
            var own = ownText(block);
            if (own < SHORT || block.parent() == null) {
                continue;
            }
            var worth = own * (1 - linkShare(block));
            var parent =
                    block.normalName().equals("div") || block.normalName().equals("section") ? block : block.parent();
            scores.merge(parent, worth, Double::sum);
            if (parent.parent() != null && !parent.normalName().equals("body")) {
                scores.merge(parent.parent(), worth / 2, Double::sum);
            }
        }
        return scores;
    }

    /** Weight of the text that stands in the block but in no block inside it. */
    private static int ownText(Element block) {
        var sum = 0;
        for (var child : block.childNodes()) {
            if (child instanceof TextNode text) {
                sum += weight(text.text());
            } else if (child instanceof Element element && !BLOCKS.contains(element.normalName())) {
                sum += weight(element.text());
            }
        }
        return sum;
    }

    private static double linkShare(Element block) {
        var links =
                block.select("a").stream().mapToInt(each -> weight(each.text())).sum();
        return Math.min(1, (double) links / Math.max(1, weight(block.text())));
    }

    private static List<Element> withNeighbours(Element top, Map<Element, Double> scores) {
        if (top.parent() == null || top.normalName().equals("body")) {
            return List.of(top);
        }
        var enough = scores.getOrDefault(top, 0.0) * NEIGHBOUR_SHARE;
        return top.parent().children().stream()
                .filter(each -> each.equals(top) || scores.getOrDefault(each, 0.0) >= enough || isParagraph(each))
                .toList();
    }

    private static boolean isParagraph(Element element) {
        return element.normalName().equals("p") && weight(element.text()) >= 2 * SHORT && linkShare(element) < 0.25;
    }

    private static String lines(List<Element> parts) {
        var lines = new Lines();
        parts.forEach(part -> part.traverse(lines));
        return lines.text();
    }

    /** How much a text says: a Chinese character counts two. */
    private static int weight(String text) {
        var weight = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            weight += c >= 0x2E80 ? 2 : c == ' ' ? 0 : 1;
        }
        return weight;
    }

    /** Collects text and begins a line at each block. */
    private static final class Lines implements NodeVisitor {

        private final List<String> done = new ArrayList<>();
        private final StringBuilder line = new StringBuilder();
        private int preformatted;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                append(text);
            } else if (node instanceof Element element) {
                if (BLOCKS.contains(element.normalName())
                        || element.normalName().equals("br")) {
                    end();
                }
                if (element.normalName().equals("pre")) {
                    preformatted++;
                }
            }
        }

        private void append(TextNode text) {
            if (preformatted > 0) {
                text.getWholeText().lines().forEach(each -> {
                    line.append(each);
                    end();
                });
            } else {
                line.append(text.text());
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element && BLOCKS.contains(element.normalName())) {
                end();
                if (element.normalName().equals("pre")) {
                    preformatted--;
                }
            }
        }

        private void end() {
            var text = line.toString().replaceAll("[\\s\\u00a0\\u3000]+", " ").strip();
            if (!text.isEmpty()) {
                done.add(text);
            }
            line.setLength(0);
        }

        String text() {
            end();
            var text = done.stream().collect(Collectors.joining("\n"));
            return text.length() > LONGEST ? cut(text) : text;
        }

        /** Behind the last whole line or sentence that fits, or at least not inside a character. */
        private static String cut(String text) {
            var fitting = text.substring(0, LONGEST - (Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? 1 : 0));
            var sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
            sentences.setText(fitting);
            sentences.last();
            var end = Math.max(sentences.previous(), fitting.lastIndexOf('\n'));
            return end > 0 ? fitting.substring(0, end).strip() : fitting;
        }
    }
}
