package app.tidings.curation.language;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The most usual words of languages in Latin and Cyrillic letters, by which a language is told; {@code words.properties} has them. */
final class FunctionWords {

    /** Of the words of a text at least this share is usual ones. */
    private static final double PLAIN = 0.12;

    /** An English sentence may quote a word or two: another language needs so much more than English has. */
    private static final double MORE_THAN_ENGLISH = 1.5;

    private static final String ENGLISH = "en";
    private static final double LETTER = 0.5;
    private static final double FOREIGN_LETTER = -1;

    private static final Properties FILE = read();

    private static final Map<String, Tongue> TONGUES = FILE.stringPropertyNames().stream()
            .filter(name -> !name.contains("."))
            .collect(Collectors.toUnmodifiableMap(Function.identity(), FunctionWords::tongue));

    private static final Set<String> ALSO_ENGLISH =
            Set.of(FILE.getProperty("en.also", "").split(" "));

    private static final Set<String> WORDS =
            TONGUES.values().stream().flatMap(tongue -> tongue.words.stream()).collect(Collectors.toUnmodifiableSet());

    private FunctionWords() {}

    /** Whether a word in lower case is a usual one of any language. */
    static boolean has(String word) {
        return WORDS.contains(word);
    }

    /**
     * The language of which many of these words are usual ones; of several that are as likely, the claimed one. What is claimed
     * goes before all but English where its words are not known here, for then a relative of it would be taken.
     */
    static Optional<String> plain(List<String> words, List<String> claimed) {
        var likeliest = likeliest(words, claimed, PLAIN * words.size());
        var unknown = claimed.stream().findFirst().filter(claim -> !TONGUES.containsKey(claim));
        return likeliest.filter(language -> language.equals(ENGLISH) || unknown.isEmpty());
    }

    /** A guess by a word and a letter, or two words; where there are none and all letters are plain, it is most likely English. */
    static Optional<String> guess(List<String> words) {
        return likeliest(words, List.of(), 0)
                .or(() -> Optional.of(ENGLISH).filter(_ -> words.stream().allMatch(FunctionWords::isPlain)));
    }

    private static Optional<String> likeliest(List<String> words, List<String> claimed, double enough) {
        var counts = words.stream()
                .filter(word -> has(word) || !isAscii(word)) // no other counts for any language
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        var scores = TONGUES.keySet().stream()
                .collect(Collectors.toMap(
                        Function.identity(), each -> score(each, counts), (one, _) -> one, TreeMap::new));
        var english = Math.max(0, scores.getOrDefault(ENGLISH, 0.0));
        scores.keySet().removeIf(language -> {
            var score = scores.getOrDefault(language, 0.0);
            var least = language.equals(ENGLISH) ? 1 : english + (claimed.contains(language) ? 1 : MORE_THAN_ENGLISH);
            return score < Math.max(enough, least);
        });
        var most = scores.values().stream().max(Comparator.naturalOrder());
        scores.values().removeIf(score -> !most.equals(Optional.of(score)));
        return scores.size() == 1
                ? Optional.of(scores.firstKey())
                : claimed.stream().filter(scores::containsKey).findFirst();
    }

    private static double score(String language, Map<String, Long> counts) {
        var tongue = Objects.requireNonNull(TONGUES.get(language));
        return counts.entrySet().stream()
                .mapToDouble(each -> tongue.score(each.getKey()) * each.getValue())
                .sum();
    }

    private static boolean isPlain(String word) {
        return (!has(word) || ALSO_ENGLISH.contains(word)) && word.chars().allMatch(sign -> sign < 0x80 || sign == '’');
    }

    private static boolean isAscii(String word) {
        for (var i = 0; i < word.length(); i++) {
            if (word.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static Properties read() {
        var file = Objects.requireNonNull(FunctionWords.class.getResourceAsStream("words.properties"));
        var properties = new Properties();
        try (var reader = new InputStreamReader(file, UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static Tongue tongue(String language) {
        return new Tongue(
                Set.of(FILE.getProperty(language, "").split(" ")), FILE.getProperty(language + ".letters", ""));
    }

    private record Tongue(Set<String> words, String letters) {

        double score(String word) {
            if (words.contains(word)) {
                return 1;
            }
            if (letters.isEmpty() || isAscii(word)) {
                return 0;
            }
            var strange = word.codePoints()
                    .filter(sign -> sign >= 0x80)
                    .filter(Character::isLetter)
                    .filter(sign -> !isCommon(sign))
                    .toArray();
            if (strange.length == 0) {
                return 0;
            }
            for (var sign : strange) {
                if (letters.indexOf(sign) < 0) {
                    return FOREIGN_LETTER;
                }
            }
            return LETTER;
        }

        /** All languages in Cyrillic have these. */
        private static boolean isCommon(int sign) {
            return sign >= 'а' && sign <= 'я' && "ыэъ".indexOf(sign) < 0;
        }
    }
}
