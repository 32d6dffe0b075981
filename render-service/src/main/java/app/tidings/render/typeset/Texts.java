package app.tidings.render.typeset;

import app.tidings.render.prose.Lines;
import app.tidings.render.words.Words;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds texts in an edition's language, or else in the publication's own.
 *
 * @param wanted the edition's language
 * @param own the language that the publication's editors write first
 */
record Texts(String wanted, String own) {

    private static final Pattern PLACE = Pattern.compile("\\{(number|headline|stars|STARS)}");

    /** A text, and the language that it was found in. */
    record Found<T>(String language, T text) {}

    /** The text in the wanted language, in the publication's own, or in whichever there is. */
    <T> Found<T> found(Map<String, T> texts) {
        return Stream.of(wanted, Words.primary(wanted), own)
                .filter(texts::containsKey)
                .findFirst()
                .or(() -> new TreeMap<>(texts).keySet().stream().findFirst())
                .flatMap(language -> Optional.ofNullable(texts.get(language)).map(text -> new Found<>(language, text)))
                .orElseThrow(() -> new IllegalArgumentException("a text has no language at all"));
    }

    /** The same as one line; empty where there is no text. */
    String line(Map<String, String> texts) {
        return texts.isEmpty() ? "" : Lines.single(found(texts).text());
    }

    /** The value for a language tag, or for its language without script and region. */
    static <T> Optional<T> byLanguage(Map<String, T> values, String language) {
        return Optional.ofNullable(values.get(language))
                .or(() -> Optional.ofNullable(values.get(Words.primary(language))));
    }

    static boolean sameLanguage(String one, String other) {
        return Words.primary(one).equals(Words.primary(other));
    }

    /** Fills all places at once, so that a value that looks like a place stays what it is. */
    static String filled(String pattern, Map<String, String> values) {
        return PLACE.matcher(pattern)
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), place.group())));
    }
}
