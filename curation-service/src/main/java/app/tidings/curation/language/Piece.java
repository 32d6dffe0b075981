package app.tidings.curation.language;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/**
 * A word, or a run of signs of Chinese, Japanese and Korean, with which a word ends that it follows without a blank.
 *
 * @param script of the first sign; {@code HAN} stands for Chinese, Japanese and Korean
 */
record Piece(String text, UnicodeScript script) {

    /** Signs before it belong to none of these: Hangul begins here. */
    private static final int FIRST_OF_EAST = 0x1100;

    /** Lengthens the vowel before it, and belongs to no script. */
    private static final int LONG_VOWEL = 'ー';

    /** Marks that tell as much as words do. */
    private static final String SPANISH = "¿¡";

    private static final String INSIDE = "'’._+-";

    /** The pieces of a text that begin with a letter, and the marks that only Spanish has. */
    static List<Piece> of(String text) {
        var pieces = new ArrayList<Piece>();
        var at = 0;
        while (at < text.length()) {
            var first = text.codePointAt(at);
            var east = isEast(first);
            var end = at + Character.charCount(first);
            if (east || Character.isLetter(first) || Character.isDigit(first)) {
                while (end < text.length() && goesOn(text.codePointAt(end), east)) {
                    end += Character.charCount(text.codePointAt(end));
                }
                if (Character.isLetter(first)) {
                    pieces.add(new Piece(text.substring(at, end), script(first)));
                }
            }
            if (SPANISH.indexOf(first) >= 0) {
                pieces.add(new Piece(text.substring(at, end), UnicodeScript.LATIN));
            }
            at = end;
        }
        return pieces;
    }

    private static boolean goesOn(int sign, boolean east) {
        return east
                ? isEast(sign)
                : (Character.isLetterOrDigit(sign) || INSIDE.indexOf(sign) >= 0 || isMark(sign)) && !isEast(sign);
    }

    /** Whether it is one of Chinese, Japanese and Korean. */
    static boolean isEast(int sign) {
        return sign >= FIRST_OF_EAST
                && (sign == LONG_VOWEL
                        || switch (UnicodeScript.of(sign)) {
                            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
                            default -> false;
                        });
    }

    private static UnicodeScript script(int sign) {
        var script = UnicodeScript.of(sign);
        return switch (script) {
            case HIRAGANA, KATAKANA, HANGUL -> UnicodeScript.HAN;
            case COMMON, INHERITED -> UnicodeScript.LATIN;
            default -> script;
        };
    }

    /** Whether it changes the letter before it. */
    static boolean isMark(int sign) {
        return switch (Character.getType(sign)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }
}
