package app.tidings.curation.summary;

import app.tidings.curation.text.Blanks;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the whole sentences of a paragraph in Chinese, English or a mixture. In doubt two sentences stay one: a sentence cut
 * in two is worse than a long one. What has no end, such as a heading or a text that breaks off, is no sentence.
 */
final class Sentences {

    private static final String FULL_WIDTH_ENDS = "。！？｡";
    private static final String ENDS = FULL_WIDTH_ENDS + ".!?";
    private static final String OPENERS = "“‘「『（【《([«\"";
    private static final String CLOSERS = "”’」』）】》)]»\"";
    private static final String ASIDES = "）】》)]";

    /** Never end a sentence. */
    private static final Set<String> ABBREVIATIONS = Set.of(
            "e.g", "i.e", "mr", "mrs", "ms", "dr", "prof", "st", "vs", "cf", "al", "approx", "dept", "gen", "gov",
            "rep", "rev", "sen", "mt", "viz", "resp", "incl", "esp", "lt", "col", "capt", "cpt", "sgt", "maj", "adm");

    /** Belong to the number that follows. */
    private static final Set<String> BEFORE_NUMBERS = Set.of(
            "no", "nos", "fig", "figs", "vol", "p", "pp", "sec", "ch", "eq", "ver", "jan", "feb", "mar", "apr", "jun",
            "jul", "aug", "sep", "sept", "oct", "nov", "dec");

    /** Stand in the middle of a sentence or at its end: the next word tells. */
    private static final Set<String> EITHER =
            Set.of("etc", "inc", "ltd", "co", "corp", "jr", "sr", "ph.d", "ca", "univ", "ave", "blvd", "bros", "est");

    /** As the ones before, for {@code a.k.a.}, {@code N.Y.} and all the others of single letters. */
    private static final Pattern LETTERS = Pattern.compile("\\p{L}(\\.\\p{L}){1,4}");

    /** Names with an exclamation mark: the next word tells as well. */
    private static final Set<String> EXCLAIMED = Set.of("yahoo", "joomla", "jeopardy", "yum");

    private static final Set<String> STARTERS = Set.of(
            "the", "a", "an", "it", "its", "in", "this", "that", "these", "those", "there", "we", "you", "he", "she",
            "they", "but", "and", "for", "if", "when", "while", "however", "as", "at", "on", "to", "our", "my", "so",
            "here", "what", "how", "why", "now", "with", "after", "before", "since", "then");

    /** Who said it, behind a quotation: {@code 他说}, {@code ，维护者表示}. */
    private static final Pattern ATTRIBUTION =
            Pattern.compile("[，,]?[^，。！？,.!?\\s]{0,12}?(说|道|表示|写道|称|问|答|认为|指出|补充|解释|强调).*", Pattern.DOTALL);

    /** How a sentence goes on behind what somebody said in it: {@code 并给出了理由}, {@code 然后走了}. */
    private static final Pattern CONTINUATION = Pattern.compile("[，,]?\\s*(并|而|也|就|然后|却|还).*", Pattern.DOTALL);

    /** So far it is looked whether something can begin there; in a long paragraph the rest of it would be copied for each sign. */
    private static final int AHEAD = 80;

    private static final Pattern ENUMERATION = Pattern.compile("\\(?\\d{1,3}");

    private final String text;
    private final List<String> found = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private int start;

    /** An opening sign: what will close it, and where it stands. */
    private record Open(char closer, int at) {}

    private Sentences(String text) {
        this.text = text;
    }

    /** The whole sentences of a paragraph, in order; what stands behind the last one is left out. */
    static List<String> of(String paragraph) {
        var sentences = new Sentences(Blanks.collapsed(paragraph));
        sentences.read();
        return sentences.found;
    }

    private void read() {
        var i = 0;
        while (i < text.length()) {
            var c = text.charAt(i);
            if (isPlain(c)) {
                i++;
                continue;
            }
            if (ENDS.indexOf(c) < 0) {
                bracket(i);
                i++;
                continue;
            }
            var end = afterEnds(i);
            var aside = false;
            for (; end < text.length() && isCloser(text.charAt(end)); end++) {
                aside |= closesAside(text.charAt(end));
            }
            if (open.isEmpty() && !aside && endsBetween(i, end)) {
                found.add(text.substring(start, end).strip());
                start = end;
            }
            i = end;
        }
    }

    /** Most characters: they are not looked for among the signs. */
    private static boolean isPlain(char c) {
        return c == ' ' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || Words.isHan(c);
    }

    private int afterEnds(int from) {
        var i = from + 1;
        while (i < text.length() && ENDS.indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    private static boolean isCloser(char c) {
        return CLOSERS.indexOf(c) >= 0 || c == '\'';
    }

    /** Closes; says whether that was a bracket within a sentence, such as a book's title: the sentence goes on behind it. */
    private boolean closesAside(char closer) {
        var opened = open.isEmpty() ? start : open.getLast().at();
        return close(closer)
                && ASIDES.indexOf(closer) >= 0
                && !text.substring(start, opened).isBlank();
    }

    private void bracket(int i) {
        var c = text.charAt(i);
        if (c == '"') {
            if (!close(c)) {
                open(i);
            }
        } else if (OPENERS.indexOf(c) >= 0) {
            open(i);
        } else {
            close(c);
        }
    }

    /** An opening sign that is never closed encloses nothing. */
    private void open(int i) {
        var closer = CLOSERS.charAt(OPENERS.indexOf(text.charAt(i)));
        if (text.indexOf(closer, i + 1) >= 0) {
            open.add(new Open(closer, i));
        }
    }

    private boolean close(char c) {
        if (open.isEmpty() || open.getLast().closer() != c) {
            return false;
        }
        open.removeLast();
        return true;
    }

    private boolean endsBetween(int sign, int end) {
        var quoted = CLOSERS.indexOf(text.charAt(end - 1)) >= 0;
        var rest = text.substring(end, Math.min(text.length(), end + AHEAD));
        if (FULL_WIDTH_ENDS.indexOf(text.charAt(sign)) >= 0) {
            return !quoted
                    || !(ATTRIBUTION.matcher(rest).matches()
                            || CONTINUATION.matcher(rest).matches());
        }
        if (text.startsWith("..", sign)) {
            return !rest.isBlank() && startsAnew(rest);
        }
        return text.charAt(sign) == '.'
                ? periodEnds(sign, rest)
                : startsAnew(rest) && (!EXCLAIMED.contains(wordBefore(sign)) || tells(rest.strip()));
    }

    /** Whether the next word begins a sentence, where it might as well go on. */
    private static boolean tells(String next) {
        return next.isEmpty() || STARTERS.contains(firstWord(next)) || Words.isHan(next.codePointAt(0));
    }

    /** Whether what stands behind an ASCII sign can begin a sentence: nothing, or a new word that is not in lower case. */
    private static boolean startsAnew(String rest) {
        if (rest.isBlank()) {
            return true;
        }
        var first = rest.codePointAt(0);
        if (Words.isHan(first)) {
            return true;
        }
        return first == ' ' && !Character.isLowerCase(firstOf(rest.strip()));
    }

    private static int firstOf(String rest) {
        return rest.codePoints()
                .filter(each -> Character.isLetterOrDigit(each))
                .findFirst()
                .orElse(' ');
    }

    private boolean periodEnds(int sign, String rest) {
        if (!startsAnew(rest)) {
            return false;
        }
        var word = wordBefore(sign);
        var next = rest.strip();
        if (ABBREVIATIONS.contains(word) || (ENUMERATION.matcher(word).matches() && startsWith(word))) {
            return next.isEmpty() && !startsWith(word);
        }
        if (BEFORE_NUMBERS.contains(word)) {
            return next.isEmpty() || !Character.isDigit(next.charAt(0));
        }
        if (EITHER.contains(word) || LETTERS.matcher(word).matches() || isInitial(sign, word)) {
            return tells(next);
        }
        return sign == 0
                || rest.isEmpty()
                || !Words.isHan(rest.codePointAt(0))
                || !Character.isDigit(text.charAt(sign - 1));
    }

    private boolean startsWith(String word) {
        var first = start;
        while (first < text.length() && Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        return text.regionMatches(true, first, word, 0, word.length());
    }

    private boolean isInitial(int sign, String word) {
        return word.length() == 1 && Character.isUpperCase(text.charAt(sign - 1));
    }

    private String wordBefore(int sign) {
        var from = sign;
        while (from > start
                && !Character.isWhitespace(text.charAt(from - 1))
                && OPENERS.indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        return text.substring(from, sign).toLowerCase(Locale.ROOT);
    }

    private static String firstWord(String text) {
        var end = 0;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end).toLowerCase(Locale.ROOT);
    }
}
