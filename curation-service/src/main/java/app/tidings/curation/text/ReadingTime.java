package app.tidings.curation.text;

import java.lang.Character.UnicodeScript;

/**
 * How much there is to read: words where a script has spaces between them, characters where it has none, in a mixed text both.
 * Lines of code count like any other: who reads an article reads its code. Pure.
 *
 * @param words of alphabetic scripts; what holds a letter or a figure and no space is one
 * @param characters of Chinese, Japanese and Korean writing, without punctuation; each word of Korean's alphabet is a word
 */
public record ReadingTime(int words, int characters) {

    /** What adults read silently: Brysbaert, “How many words do we read per minute?” (2019), has 238 for English non-fiction. */
    private static final int WORDS_A_MINUTE = 230;

    /** Of Chinese, adults read between 300 and 500. */
    private static final int CHARACTERS_A_MINUTE = 400;

    /** They hold a word together: {@code don't}, {@code well-known}, {@code 3.14}, {@code os.path}. */
    private static final String JOINTS = "'’._-";

    /** The sign that makes a vowel long belongs to no script. */
    private static final int LONG_VOWEL = 'ー';

    private enum Place {
        OUTSIDE,
        IN_WORD,
        AT_JOINT
    }

    /** Counts a plain text: sign by sign, for it may be one long word. */
    public static ReadingTime of(String text) {
        var words = 0;
        var characters = 0;
        var place = Place.OUTSIDE;
        for (var i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            var sign = text.codePointAt(i);
            var next = next(place, sign);
            characters += isCharacter(sign) ? 1 : 0;
            words += place == Place.OUTSIDE && next == Place.IN_WORD ? 1 : 0;
            place = next;
        }
        return new ReadingTime(words, characters);
    }

    private static Place next(Place place, int sign) {
        if (isCharacter(sign)) {
            return Place.OUTSIDE;
        }
        if (Character.isLetterOrDigit(sign)) {
            return Place.IN_WORD;
        }
        if (place == Place.IN_WORD && JOINTS.indexOf(sign) >= 0) {
            return Place.AT_JOINT;
        }
        return place == Place.IN_WORD && isMark(sign) ? place : Place.OUTSIDE;
    }

    private static boolean isCharacter(int sign) {
        return switch (UnicodeScript.of(sign)) {
            case HAN, HIRAGANA, KATAKANA -> Character.isLetterOrDigit(sign);
            default -> sign == LONG_VOWEL;
        };
    }

    /** An accent of its own. */
    private static boolean isMark(int sign) {
        var type = Character.getType(sign);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** Whole minutes, at least one where there is anything to read. */
    public int minutes() {
        var exact = (double) words / WORDS_A_MINUTE + (double) characters / CHARACTERS_A_MINUTE;
        return words + characters == 0 ? 0 : (int) Math.max(1, Math.round(exact));
    }
}
