package app.tidings.local.inspect.score;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Compares the text of an article with what people or other readers found it to be. Both are taken as bags of words, each
 * sign of Chinese, Japanese or Korean a word of its own; F1 is the harmonic mean of the shares that are right and that were
 * found.
 */
public record PageText(Tally tally) {

    private static final Pattern WORD =
            Pattern.compile("[\\u4e00-\\u9fff\\u3040-\\u30ff\\uac00-\\ud7af]|[\\p{L}\\p{N}_]+");

    private static final double GOOD = 0.9;
    private static final double POOR = 0.5;

    /**
     * Counts a page into the measures {@code f1}, {@code good} and {@code found}.
     *
     * @param expected with the field {@code text}
     * @param got what {@code inspect page} says of the page
     */
    public void add(JsonNode expected, JsonNode got) {
        var page = expected.path("id").asString();
        var f1 = f1(
                words(got.path("text").asString("")),
                words(expected.path("text").asString("")));
        tally.add("f1", f1);
        tally.count("good", f1 >= GOOD, "%s (%.3f)".formatted(page, f1));
        tally.count("found", f1 >= POOR, page);
    }

    private static double f1(Map<String, Integer> got, Map<String, Integer> wanted) {
        var both = got.entrySet().stream()
                .mapToInt(word -> Math.min(word.getValue(), wanted.getOrDefault(word.getKey(), 0)))
                .sum();
        var all = count(got) + count(wanted);
        return all == 0 ? 1 : 2.0 * both / all;
    }

    private static int count(Map<String, Integer> words) {
        return words.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Map<String, Integer> words(String text) {
        var words = new HashMap<String, Integer>();
        WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .forEach(word -> words.merge(word.group(), 1, Integer::sum));
        return words;
    }
}
