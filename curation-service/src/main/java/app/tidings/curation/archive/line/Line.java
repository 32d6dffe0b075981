package app.tidings.curation.archive.line;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A line of a file. Blanks that are none to Markdown are such as it knows, and signs without width are gone, but for code.
 *
 * @param number from 1
 * @param code whether it belongs to a fenced block, the fences among it: whatever it looks like, it is text
 */
public record Line(int number, String text, boolean code) {

    /** Splits a file at any line end; what stands in HTML comments is dropped, the lines keep their numbers. */
    public static List<Line> all(String file) {
        return References.resolved(new Reader(file).lines());
    }

    public boolean isBlank() {
        return !code && text.isBlank();
    }

    /** A part of the line, as a line of its own. */
    public Line withText(String part) {
        return new Line(number, part, code);
    }

    /** Goes through a file once: what was looked for to its end in vain is not looked for again. */
    private static final class Reader {

        private static final String COMMENT = "<!--";
        private static final String COMMENT_END = "-->";
        private static final Pattern FENCE = Pattern.compile("^ {0,3}(`{3,}(?=[^`]*$)|~{3,})");
        private static final Pattern BLANK = Pattern.compile("[\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f]");
        private static final Pattern WITHOUT_WIDTH = Pattern.compile("[\\u200b\\u2060\\ufeff]");

        private final String[] texts;
        private final List<Line> lines = new ArrayList<>();
        private final int[] unclosed = {Integer.MAX_VALUE, Integer.MAX_VALUE};
        private boolean noMoreCommentEnds;

        private Reader(String file) {
            this.texts = (file.startsWith("\ufeff") ? file.substring(1) : file).split("\\r\\n|\\r|\\n", -1);
        }

        private List<Line> lines() {
            while (lines.size() < texts.length) {
                var fence = endOfFence(lines.size());
                if (fence > 0) {
                    take(fence);
                } else {
                    takeText();
                }
            }
            return lines;
        }

        private void take(int end) {
            while (lines.size() < end) {
                lines.add(new Line(lines.size() + 1, texts[lines.size()], true));
            }
        }

        /** Behind the fence that closes the one in that line; 0 where there is none, and one that nothing closes is none. */
        private int endOfFence(int at) {
            var open = FENCE.matcher(texts[at]);
            if (!open.find()) {
                return 0;
            }
            var sign = open.group(1).charAt(0);
            var length = open.group(1).length();
            var kind = sign == '~' ? 1 : 0;
            if (length >= unclosed[kind]) {
                return 0;
            }
            for (var i = at + 1; i < texts.length; i++) {
                if (closes(texts[i], sign, length)) {
                    return i + 1;
                }
            }
            unclosed[kind] = length;
            return 0;
        }

        private static boolean closes(String text, char sign, int length) {
            var fence = text.stripTrailing();
            var begin = fence.indexOf(sign);
            return begin >= 0
                    && begin <= 3
                    && fence.length() - begin >= length
                    && fence.substring(0, begin).isBlank()
                    && fence.chars().skip(begin).allMatch(each -> each == sign);
        }

        private void takeText() {
            var number = lines.size() + 1;
            var text = withoutWholeComments(texts[number - 1]);
            var begin = text.indexOf(COMMENT);
            var end = begin < 0 ? OptionalInt.empty() : endOfComment(number);
            if (end.isEmpty()) {
                lines.add(text(number, text));
                return;
            }
            lines.add(text(number, text.substring(0, begin)));
            while (lines.size() < end.getAsInt()) {
                lines.add(text(lines.size() + 1, ""));
            }
            var last = texts[end.getAsInt()];
            lines.add(text(end.getAsInt() + 1, last.substring(last.indexOf(COMMENT_END) + COMMENT_END.length())));
        }

        private static Line text(int number, String text) {
            return new Line(
                    number,
                    BLANK.matcher(WITHOUT_WIDTH.matcher(text).replaceAll("")).replaceAll(" "),
                    false);
        }

        private static String withoutWholeComments(String text) {
            var kept = new StringBuilder();
            var from = 0;
            for (var begin = text.indexOf(COMMENT); begin >= 0; begin = text.indexOf(COMMENT, from)) {
                var end = text.indexOf(COMMENT_END, begin);
                if (end < 0) {
                    break;
                }
                kept.append(text, from, begin);
                from = end + COMMENT_END.length();
            }
            return kept.append(text, from, text.length()).toString();
        }

        /** The line, counted from 0, in which a comment ends, if it does. */
        private OptionalInt endOfComment(int from) {
            var end = noMoreCommentEnds
                    ? OptionalInt.empty()
                    : IntStream.range(from, texts.length)
                            .filter(i -> texts[i].contains(COMMENT_END))
                            .findFirst();
            noMoreCommentEnds = end.isEmpty();
            return end;
        }
    }
}
