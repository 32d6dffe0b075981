package app.tidings.local.stage;

import java.util.ArrayList;
import java.util.List;

/** Text on a terminal, where a Chinese character takes two columns. Pure. */
public final class Columns {

    private static final String ELLIPSIS = "…";
    private static final String NEVER_FIRST = "，。！？；：、）》」』】”’…%,.!?;:)]}";
    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x2E80, 0x303E},
        {0x3041, 0x33FF},
        {0x3400, 0x4DBF},
        {0x4E00, 0xA4CF},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE30, 0xFE4F},
        {0xFF00, 0xFF60},
        {0xFFE0, 0xFFE6},
        {0x1F300, 0x1F64F},
        {0x1F900, 0x1F9FF},
        {0x20000, 0x3FFFD}
    };

    private Columns() {}

    /** How many columns the text takes. */
    public static int width(String text) {
        return text.codePoints().map(Columns::width).sum();
    }

    private static int width(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT, Character.CONTROL -> 0;
            default -> isWide(character) ? 2 : 1;
        };
    }

    private static boolean isWide(int character) {
        for (var range : WIDE) {
            if (character >= range[0] && character <= range[1]) {
                return true;
            }
        }
        return false;
    }

    /** The text in so many columns at most; what is cut off leaves an ellipsis. */
    public static String cut(String text, int columns) {
        if (width(text) <= columns) {
            return text;
        }
        var kept = new StringBuilder();
        var used = width(ELLIPSIS);
        for (var character : text.codePoints().toArray()) {
            used += width(character);
            if (used > columns) {
                break;
            }
            kept.appendCodePoint(character);
        }
        return kept.toString().stripTrailing() + ELLIPSIS;
    }

    /** The text in exactly so many columns. */
    public static String fill(String text, int columns) {
        var cut = cut(text, columns);
        return cut + " ".repeat(columns - width(cut));
    }

    /**
     * The text in lines of so many columns at most. It is broken at spaces and beside wide characters, and no line begins with
     * a sign that closes; a word that fits no line stands on one of its own.
     */
    public static List<String> wrap(String text, int columns) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var piece : pieces(text)) {
            if (!line.isEmpty() && width(line + piece.stripTrailing()) > columns) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? piece.stripLeading() : piece);
        }
        if (!line.isEmpty() || lines.isEmpty()) {
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    /** What is never broken: words with the space behind them, and wide characters with what must follow them. */
    private static List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        var piece = new StringBuilder();
        var before = -1;
        for (var character : text.strip().codePoints().toArray()) {
            if (before >= 0 && mayBreak(before, character)) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.appendCodePoint(character == '\n' ? ' ' : character);
            before = character;
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private static boolean mayBreak(int before, int character) {
        if (NEVER_FIRST.indexOf(character) >= 0
                || Character.isWhitespace(character)
                || "（《「『【“‘(".indexOf(before) >= 0) {
            return false;
        }
        return Character.isWhitespace(before) || isWide(before) || isWide(character);
    }
}
