package app.tidings.curation.enrich;

import app.tidings.curation.text.Blanks;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** What the author of a text says in it. Pure. */
final class Prose {

    private static final Pattern HAS_CAPTIONS = Pattern.compile("<(?:fig)?caption\\b");

    private Prose() {}

    /**
     * A text without the captions of its pictures and tables, which may be the first sentences of a page and say nothing of it.
     *
     * @param text a line for each paragraph
     * @param html the same with its structure
     */
    static String of(String text, @Nullable String html) {
        if (html == null || !HAS_CAPTIONS.matcher(html).find()) {
            return text;
        }
        var captions = captions(html);
        return text.lines().filter(line -> !captions.remove(line)).collect(Collectors.joining("\n"));
    }

    private static List<String> captions(String html) {
        return Jsoup.parse(html).select("figcaption, caption").stream()
                .flatMap(Prose::lines)
                .collect(Collectors.toList());
    }

    /** As they are lines of the text: a break and a paragraph end one. */
    private static Stream<String> lines(Element caption) {
        var text = new StringBuilder();
        caption.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode words) {
                    text.append(words.text());
                } else {
                    endOfLine(node);
                }
            }

            @Override
            public void tail(Node node, int depth) {
                endOfLine(node);
            }

            private void endOfLine(Node node) {
                if (node instanceof Element element && (element.isBlock() || element.nameIs("br"))) {
                    text.append('\n');
                }
            }
        });
        return text.toString().lines().map(Blanks::collapsed).filter(line -> !line.isEmpty());
    }
}
