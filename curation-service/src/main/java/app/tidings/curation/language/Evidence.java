package app.tidings.curation.language;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How much the words of a text tell of languages.
 *
 * @param scores by the languages' tags, of those of which something tells
 */
record Evidence(Map<String, Double> scores) {

    static final Map<String, Tongue> TONGUES = Tongue.all();
    static final String ENGLISH = "en";

    private static final Tongue ENGLISH_WORDS = Objects.requireNonNull(TONGUES.get(ENGLISH));
    private static final Map<String, Set<String>> BY_WORD = Tongue.index(TONGUES, Tongue::words);
    private static final Map<String, Set<String>> BY_ENDING = Tongue.index(TONGUES, Tongue::endings);

    /** Of more words the usual ones are enough. */
    private static final int FEW = 40;

    private static final double WORD = 1;

    /** A letter, an ending or a less usual word. */
    private static final double SIGN = 0.5;

    private static final double FOREIGN_LETTER = -1.5;

    /** The same in English, which takes words as they are. */
    private static final double FOREIGN_IN_ENGLISH = -0.25;

    /** So much of a word is before its ending, at least. */
    private static final int STEM = 2;

    private static final int LONGEST_ENDING = 8;

    static Evidence of(List<String> words) {
        var evidence = new Evidence(new HashMap<>());
        var few = words.size() <= FEW;
        words.stream()
                .filter(word -> few || BY_WORD.containsKey(word) || !isAscii(word)) // no other counts for any language
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .forEach((word, count) -> evidence.add(word, count, few));
        return evidence;
    }

    /** Whether a word in lower case is a usual one of any language. */
    static boolean isUsual(String word) {
        return BY_WORD.containsKey(word);
    }

    /** Whether it is a usual one of a language. */
    static boolean isUsual(String word, String language) {
        return BY_WORD.getOrDefault(word, Set.of()).contains(language);
    }

    /** Whether a usual word is none of the likeliest other language. */
    boolean isOnlyEnglish(String word) {
        var most = most();
        return scores.entrySet().stream()
                .filter(each -> !each.getKey().equals(ENGLISH) && each.getValue() >= most)
                .noneMatch(each -> isUsual(word, each.getKey()));
    }

    double english() {
        return Math.max(0, scores.getOrDefault(ENGLISH, 0.0));
    }

    /** The score of the likeliest language but English. */
    double most() {
        return scores.entrySet().stream()
                .filter(each -> !each.getKey().equals(ENGLISH))
                .mapToDouble(Map.Entry::getValue)
                .max()
                .orElse(0);
    }

    private void add(String word, double count, boolean closely) {
        var usual = usual(word);
        var english = closely && !usual.contains(ENGLISH) && ENGLISH_WORDS.hasMore(word);
        usual.forEach(language -> add(language, (english ? SIGN : WORD) * count));
        if (english) {
            add(ENGLISH, SIGN * count);
            return;
        }
        var letters = letters(word);
        var possible = letters.length == 0 ? TONGUES.keySet() : possible(letters);
        if (letters.length > 0) {
            add(ENGLISH, FOREIGN_IN_ENGLISH * count);
            TONGUES.keySet().stream()
                    .filter(language -> !language.equals(ENGLISH) && !usual.contains(language))
                    .forEach(language -> add(language, (possible.contains(language) ? SIGN : FOREIGN_LETTER) * count));
        }
        if (closely) {
            endings(word).stream()
                    .filter(language -> possible.contains(language) && !usual.contains(language))
                    .forEach(language -> add(language, SIGN * count));
        }
    }

    private void add(String language, double score) {
        scores.merge(language, score, Double::sum);
    }

    /** The languages of which a word, or what is put before it with an apostrophe, is a usual one. */
    private static Set<String> usual(String word) {
        var whole = BY_WORD.getOrDefault(word, Set.of());
        return whole.isEmpty() ? BY_WORD.getOrDefault(word.substring(0, word.indexOf('\'') + 1), whole) : whole;
    }

    /** The languages whose words end so. */
    private static Set<String> endings(String word) {
        var languages = new HashSet<String>();
        for (var from = Math.max(STEM, word.length() - LONGEST_ENDING); from < word.length(); from++) {
            languages.addAll(BY_ENDING.getOrDefault(word.substring(from), Set.of()));
        }
        return languages;
    }

    private static Set<String> possible(int[] letters) {
        return TONGUES.entrySet().stream()
                .filter(each -> each.getValue().hasLetters(letters))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Those that not all languages of their script have. */
    private static int[] letters(String word) {
        return isAscii(word)
                ? new int[0]
                : word.codePoints()
                        .filter(sign -> sign >= 0x80 && Character.isLetter(sign) && !isCommon(sign))
                        .toArray();
    }

    /** All languages in Cyrillic have these. */
    private static boolean isCommon(int sign) {
        return sign >= 'а' && sign <= 'я' && "ыэъ".indexOf(sign) < 0;
    }

    private static boolean isAscii(String word) {
        for (var i = 0; i < word.length(); i++) {
            if (word.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
