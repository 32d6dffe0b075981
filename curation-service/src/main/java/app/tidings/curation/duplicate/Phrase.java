package app.tidings.curation.duplicate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Words in a row, each Chinese sign by itself. Two rows are equal where they differ only in how a number is written, or in what
 * only joins: "and", 和 and 与. Pure.
 *
 * @param words as they are written
 * @param meaning what is left of them to be compared
 */
record Phrase(List<String> words, List<String> meaning) {

    private static final Pattern WORD = Pattern.compile(
            "\\p{IsIdeographic}|[\\p{L}\\p{M}\\p{N}&&[^\\p{IsIdeographic}]]+(?:\\+\\+|#(?![\\p{L}\\p{N}]))?");

    private static final Set<String> JOINING = Set.of("and", "和", "与", "及");
    private static final Map<String, Integer> ENGLISH = Map.ofEntries(
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("twenty", 20));
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String UNITS = "十百千";

    static Phrase of(String text) {
        var words = WORD.matcher(text).results().map(MatchResult::group).toList();
        return new Phrase(words, meaning(words));
    }

    /** A number in digits, however it is written; another word as it is. */
    static String number(String word) {
        var signs = word.codePoints().mapToObj(Character::toString).toList();
        return endOfNumber(signs, 0) == signs.size()
                ? chinese(signs)
                : ENGLISH.containsKey(word) ? String.valueOf(ENGLISH.get(word)) : word;
    }

    private static List<String> meaning(List<String> words) {
        var meaning = new ArrayList<String>();
        for (var at = 0; at < words.size(); ) {
            var end = endOfNumber(words, at);
            if (end > at) {
                meaning.add(chinese(words.subList(at, end)));
                at = end;
            } else if (isAsWellAs(words, at)) {
                at += 2;
            } else {
                var word = words.get(at++);
                if (!JOINING.contains(word)) {
                    meaning.add(ENGLISH.containsKey(word) ? String.valueOf(ENGLISH.get(word)) : word);
                }
            }
        }
        return List.copyOf(meaning);
    }

    private static boolean isAsWellAs(List<String> words, int at) {
        return at + 1 < words.size()
                && words.get(at).equals("以")
                && words.get(at + 1).equals("及");
    }

    /** Where a Chinese number ends that starts there. */
    private static int endOfNumber(List<String> words, int from) {
        var end = from;
        while (end < words.size() && isNumeral(words.get(end))) {
            end++;
        }
        return end;
    }

    private static boolean isNumeral(String word) {
        return word.length() == 1 && (digit(word) >= 0 || UNITS.contains(word));
    }

    private static int digit(String sign) {
        return sign.equals("两") ? 2 : sign.equals("零") ? 0 : DIGITS.indexOf(sign);
    }

    private static String chinese(List<String> signs) {
        if (signs.stream().noneMatch(UNITS::contains)) {
            var digits = new StringBuilder();
            signs.forEach(each -> digits.append(digit(each)));
            return digits.toString();
        }
        var sum = 0;
        var last = 0;
        for (var sign : signs) {
            var unit = UNITS.indexOf(sign);
            sum += unit < 0 ? 0 : Math.max(last, 1) * (int) Math.pow(10, unit + 1.0);
            last = unit < 0 ? digit(sign) : 0;
        }
        return String.valueOf(sum + last);
    }

    boolean isEmpty() {
        return meaning.isEmpty();
    }

    double weight() {
        return UsualWords.weight(words);
    }

    double distinction() {
        return UsualWords.distinction(words);
    }

    /** Whether it goes on where the other ends. */
    boolean startsWith(Phrase other) {
        return meaning.size() >= other.meaning.size()
                && meaning.subList(0, other.meaning.size()).equals(other.meaning);
    }

    /** Whether all words of the other stand here in its order, with others between. */
    boolean contains(Phrase other) {
        var at = 0;
        for (var word : meaning) {
            if (at < other.meaning.size() && other.meaning.get(at).equals(word)) {
                at++;
            }
        }
        return at == other.meaning.size();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Phrase(var _, var theirs) && meaning.equals(theirs);
    }

    @Override
    public int hashCode() {
        return meaning.hashCode();
    }
}
