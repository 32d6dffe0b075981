package app.tidings.bench;

import app.tidings.local.run.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Options of the command line, {@code --name number} or {@code --name number,number}, and a few that are texts. */
public record Options(Map<String, List<Integer>> given, Map<String, String> texts) {

    public Options {
        given = Map.copyOf(given);
        texts = Map.copyOf(texts);
    }

    /** Reads them; only the known names are taken. */
    public static Options of(List<String> words, List<String> known) {
        return of(words, known, List.of());
    }

    /**
     * Reads them; only the known names are taken.
     *
     * @param numbers names of those that are numbers
     * @param texts names of those that are whatever was written
     */
    public static Options of(List<String> words, List<String> numbers, List<String> texts) {
        var known = Stream.concat(numbers.stream(), texts.stream()).toList();
        var given = new HashMap<String, List<Integer>>();
        var written = new HashMap<String, String>();
        for (var i = 0; i < words.size(); i += 2) {
            var name = words.get(i).replaceFirst("^--", "");
            if (!words.get(i).startsWith("--") || !known.contains(name)) {
                throw new Refusal(
                        "unknown option %s; there are --%s".formatted(words.get(i), String.join(", --", known)));
            }
            if (i + 1 == words.size()) {
                throw new Refusal("--%s wants %s".formatted(name, texts.contains(name) ? "a value" : "a number"));
            }
            if (texts.contains(name)) {
                written.put(name, words.get(i + 1));
            } else {
                given.put(name, numbers(name, words.get(i + 1)));
            }
        }
        return new Options(given, written);
    }

    private static List<Integer> numbers(String name, String word) {
        var numbers = new ArrayList<Integer>();
        for (var part : word.split(",", -1)) {
            if (!part.matches("[1-9][0-9]{0,8}")) {
                throw new Refusal("--%s wants a number of 1 or more, not %s".formatted(name, part));
            }
            numbers.add(Integer.valueOf(part));
        }
        return List.copyOf(numbers);
    }

    /** A single number. */
    public int number(String name, int otherwise) {
        return numbers(name, List.of(otherwise)).getFirst();
    }

    /** One number or several. */
    public List<Integer> numbers(String name, List<Integer> otherwise) {
        return given.getOrDefault(name, otherwise);
    }

    /** What was written. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(texts.get(name));
    }
}
