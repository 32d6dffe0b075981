package app.tidings.curation.page.outline;

import app.tidings.curation.page.part.Tags;
import app.tidings.curation.text.Blanks;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** The text of elements that hold a name or a date, with what stands around it. */
public final class ShortText {

    private static final int LONGEST = 400;

    private ShortText() {}

    /** The text in one line; empty where it is longer. */
    public static String of(Element element) {
        return Blanks.collapsed(read(element, false));
    }

    /** The text in as many lines as readers see; empty where it is longer. */
    public static String lines(Element element) {
        return read(element, true)
                .lines()
                .map(Blanks::collapsed)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String read(Element element, boolean lines) {
        var text = new StringBuilder();
        element.filter(new NodeFilter() {
            @Override
            public FilterResult head(Node node, int depth) {
                if (node instanceof TextNode words) {
                    var whole = words.getWholeText();
                    text.append(lines ? Blanks.collapsed(whole) : whole.strip()).append(' ');
                } else if (node instanceof Element inside && Tags.isMute(inside)) {
                    return FilterResult.SKIP_ENTIRELY;
                } else if (lines) {
                    breakLine(node, text);
                }
                return text.length() > LONGEST ? FilterResult.STOP : FilterResult.CONTINUE;
            }

            @Override
            public FilterResult tail(Node node, int depth) {
                if (lines) {
                    breakLine(node, text);
                }
                return FilterResult.CONTINUE;
            }
        });
        return text.length() > LONGEST ? "" : text.toString();
    }

    private static void breakLine(Node node, StringBuilder text) {
        if (node instanceof Element element && (Tags.isBlock(element) || element.nameIs("br"))) {
            text.append('\n');
        }
    }
}
