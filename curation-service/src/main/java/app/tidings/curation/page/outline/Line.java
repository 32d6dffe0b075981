package app.tidings.curation.page.outline;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * An element with a text of its own, outside the elements in it, of at most 500 signs.
 *
 * @param signs how many stand in it that are not blank
 * @param figures whether a figure is among them
 * @param chinese whether a Chinese sign is among them
 */
public record Line(Element element, int signs, boolean figures, boolean chinese) {

    private static final int LONGEST = 500;
    private static final char NO_BREAK = '\u00a0';
    private static final char FIRST_CHINESE = '\u4e00';
    private static final char LAST_CHINESE = '\u9fff';

    /** Adds the line that an element is, if it is short and has a figure or a Chinese sign in it. */
    static void in(Element element, List<Line> lines) {
        var signs = 0;
        var figures = false;
        var chinese = false;
        for (var node = element.firstChild(); node != null && signs <= LONGEST; node = node.nextSibling()) {
            if (node instanceof TextNode text) {
                var words = text.getWholeText();
                for (var i = 0; i < words.length() && signs <= LONGEST; i++) {
                    var sign = words.charAt(i);
                    signs += sign > ' ' && sign != NO_BREAK ? 1 : 0;
                    figures |= sign >= '0' && sign <= '9';
                    chinese |= sign >= FIRST_CHINESE && sign <= LAST_CHINESE;
                }
            }
        }
        if ((figures || chinese) && signs <= LONGEST) {
            lines.add(new Line(element, signs, figures, chinese));
        }
    }
}
