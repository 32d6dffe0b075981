package app.tidings.curation.text;

import java.util.regex.Pattern;

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

    private static final String SIGN = "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}";
    private static final Pattern CHARACTER = Pattern.compile("[" + SIGN + "]");

    /** Inner signs hold a word together: {@code don't}, {@code well-known}, {@code 3.14}, {@code os.path}. */
    private static final Pattern WORD = Pattern.compile(
            "[\\p{L}\\p{N}&&[^%1$s]](?:[\\p{L}\\p{M}\\p{N}&&[^%1$s]]|['’._-](?=[\\p{L}\\p{N}&&[^%1$s]]))*"
                    .formatted(SIGN));

    /** Counts a plain text. */
    public static ReadingTime of(String text) {
        return new ReadingTime((int) WORD.matcher(text).results().count(), (int)
                CHARACTER.matcher(text).results().count());
    }

    /** Whole minutes, at least one where there is anything to read. */
    public int minutes() {
        var exact = (double) words / WORDS_A_MINUTE + (double) characters / CHARACTERS_A_MINUTE;
        return words + characters == 0 ? 0 : (int) Math.max(1, Math.round(exact));
    }
}
