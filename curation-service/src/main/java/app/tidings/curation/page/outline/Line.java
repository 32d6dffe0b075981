package app.tidings.curation.page.outline;

import java.util.Optional;
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
    private static final int LONGEST_WITH_BLANKS = 4 * LONGEST;
    private static final char NO_BREAK = '\u00a0';
    private static final char FIRST_CHINESE = '\u4e00';
    private static final char LAST_CHINESE = '\u9fff';

    /** The line that an element is, if it is short and has a figure or a Chinese sign in it. */
    static Optional<Line> of(Element element) {
        var figures = false;
        var chinese = false;
        var length = 0;
        for (var i = 0; i < element.childNodeSize() && length <= LONGEST_WITH_BLANKS; i++) {
            if (element.childNode(i) instanceof TextNode text) {
                var words = text.getWholeText();
                length += words.length();
                if (length <= LONGEST_WITH_BLANKS) {
                    figures = figures || has(words, '0', '9');
                    chinese = chinese || has(words, FIRST_CHINESE, LAST_CHINESE);
                }
            }
        }
        if ((!figures && !chinese) || length > LONGEST_WITH_BLANKS) {
            return Optional.empty();
        }
        var signs = signs(element);
        return signs <= LONGEST ? Optional.of(new Line(element, signs, figures, chinese)) : Optional.empty();
    }

    private static boolean has(String words, char first, char last) {
        for (var i = 0; i < words.length(); i++) {
            var sign = words.charAt(i);
            if (sign >= first && sign <= last) {
                return true;
            }
        }
        return false;
    }

    private static int signs(Element element) {
        var signs = 0;
        for (var i = 0; i < element.childNodeSize(); i++) {
            if (element.childNode(i) instanceof TextNode text) {
                var words = text.getWholeText();
                for (var at = 0; at < words.length(); at++) {
                    var sign = words.charAt(at);
                    signs += sign > ' ' && sign != NO_BREAK ? 1 : 0;
                }
            }
        }
        return signs;
    }
}
