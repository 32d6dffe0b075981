package app.tidings.curation.language;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known of a language in Latin or Cyrillic letters; {@code words.properties} has it.
 *
 * @param words the most usual ones, whatever a sentence is about, in lower case
 * @param more other usual ones, without their plurals
 * @param letters beside a to z, or beside those that all languages in Cyrillic have
 * @param endings of words that English hardly has, or of English words that others hardly have
 */
record Tongue(Set<String> words, Set<String> more, String letters, Set<String> endings) {

    /** By the language's tag. */
    static Map<String, Tongue> all() {
        var file = file();
        return file.stringPropertyNames().stream()
                .filter(name -> !name.contains("."))
                .collect(Collectors.toUnmodifiableMap(Function.identity(), language -> of(language, file)));
    }

    /** The tags of those that have a word or an ending, by what they have. */
    static Map<String, Set<String>> index(Map<String, Tongue> tongues, Function<Tongue, Set<String>> have) {
        var index = new HashMap<String, Set<String>>();
        tongues.forEach((language, tongue) -> have.apply(tongue)
                .forEach(each ->
                        index.computeIfAbsent(each, _ -> new HashSet<>()).add(language)));
        return Map.copyOf(index);
    }

    private static Tongue of(String language, Properties file) {
        return new Tongue(
                list(file, language),
                list(file, language + ".more"),
                file.getProperty(language + ".letters", ""),
                list(file, language + ".endings"));
    }

    private static Set<String> list(Properties file, String name) {
        return Stream.of(file.getProperty(name, "").split(" "))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Properties file() {
        var file = Objects.requireNonNull(Tongue.class.getResourceAsStream("words.properties"));
        var properties = new Properties();
        try (var reader = new InputStreamReader(file, UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    /** Whether a word, or what it is the plural or the genitive of, is one of the other usual ones. */
    boolean hasMore(String word) {
        return more.contains(word)
                || (word.endsWith("s")
                        && (more.contains(cut(word, "s"))
                                || more.contains(cut(word, "'s"))
                                || more.contains(cut(word, "es"))
                                || more.contains(cut(word, "ies") + "y")));
    }

    private static String cut(String word, String ending) {
        return word.endsWith(ending) ? word.substring(0, word.length() - ending.length()) : word;
    }

    boolean hasLetters(int[] some) {
        for (var letter : some) {
            if (letters.indexOf(letter) < 0) {
                return false;
            }
        }
        return true;
    }
}
