package app.tidings.curation.archive.line;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A line of a file.
 *
 * @param number from 1
 * @param code whether it belongs to a fenced block, the fences among it: whatever it looks like, it is text
 */
public record Line(int number, String text, boolean code) {

    private static final String COMMENT = "<!--";
    private static final String COMMENT_END = "-->";
    private static final Pattern WHOLE_COMMENT = Pattern.compile("<!--.*?-->");
    private static final Pattern FENCE = Pattern.compile("^ {0,3}(`{3,}(?=[^`]*$)|~{3,})");

    /** Splits a file at any line end; what stands in HTML comments is dropped, the lines keep their numbers. */
    public static List<Line> all(String file) {
        var texts = (file.startsWith("\ufeff") ? file.substring(1) : file).split("\\r\\n|\\r|\\n", -1);
        var lines = new ArrayList<Line>();
        while (lines.size() < texts.length) {
            var fence = endOfFence(texts, lines.size());
            if (fence > 0) {
                take(texts, fence, lines);
            } else {
                takeText(texts, lines);
            }
        }
        return lines;
    }

    public boolean isBlank() {
        return !code && text.isBlank();
    }

    /** A part of the line, as a line of its own. */
    public Line withText(String part) {
        return new Line(number, part, code);
    }

    private static void take(String[] texts, int end, List<Line> lines) {
        while (lines.size() < end) {
            lines.add(new Line(lines.size() + 1, texts[lines.size()], true));
        }
    }

    /** Behind the fence that closes the one in that line; 0 where there is none, and one that nothing closes is none. */
    private static int endOfFence(String[] texts, int at) {
        var open = FENCE.matcher(texts[at]);
        if (!open.find()) {
            return 0;
        }
        var fence = open.group(1);
        var close = Pattern.compile("^ {0,3}" + Pattern.quote(fence) + fence.charAt(0) + "*\\s*$");
        for (var i = at + 1; i < texts.length; i++) {
            if (close.matcher(texts[i]).find()) {
                return i + 1;
            }
        }
        return 0;
    }

    private static void takeText(String[] texts, List<Line> lines) {
        var number = lines.size() + 1;
        var text = WHOLE_COMMENT.matcher(texts[number - 1]).replaceAll("");
        var begin = text.indexOf(COMMENT);
        var end = begin < 0 ? -1 : endOfComment(texts, number);
        if (end < 0) {
            lines.add(new Line(number, text, false));
            return;
        }
        lines.add(new Line(number, text.substring(0, begin), false));
        while (lines.size() < end) {
            lines.add(new Line(lines.size() + 1, "", false));
        }
        var last = texts[end];
        lines.add(new Line(end + 1, last.substring(last.indexOf(COMMENT_END) + COMMENT_END.length()), false));
    }

    /** The line, counted from 0, in which a comment ends; -1 where it does not. */
    private static int endOfComment(String[] texts, int from) {
        for (var i = from; i < texts.length; i++) {
            if (texts[i].contains(COMMENT_END)) {
                return i;
            }
        }
        return -1;
    }
}
