package app.tidings.curation.duplicate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How much the words of a title say about which article it is; the usual words stand in {@code usual-words.txt}. Pure. */
final class UsualWords {

    private static final double WORD = 1;
    private static final double SIGN = 0.5;
    private static final double USUAL = 0.25;
    private static final double INTRODUCTORY = -1.5;

    /** Words and signs of this length at most, when they are usual, only hold a sentence together. */
    private static final int PARTICLE = 3;

    private static final Set<String> USUAL_WORDS = read("usual");
    private static final Set<String> INTRODUCTORY_WORDS = read("introductory");
    private static final Pattern CHINESE = chinese();

    private UsualWords() {}

    /** A measure of what sets the title apart: about one for each telling word, half for each telling Chinese sign. */
    static double weight(List<String> words) {
        var said = words.stream()
                .filter(each -> !isSign(each))
                .mapToDouble(UsualWords::weight)
                .sum();
        var signs = words.stream().filter(UsualWords::isSign).collect(Collectors.joining());
        var usual = CHINESE.matcher(signs).results().map(each -> each.group()).toList();
        var telling = signs.length() - usual.stream().mapToInt(String::length).sum();
        var introductory = words.stream().anyMatch(INTRODUCTORY_WORDS::contains)
                || usual.stream().anyMatch(INTRODUCTORY_WORDS::contains);
        return said
                + SIGN * telling
                + USUAL * usual.stream().filter(each -> each.length() > 1).count()
                + (introductory ? INTRODUCTORY : 0);
    }

    private static double weight(String word) {
        if (USUAL_WORDS.contains(word) || INTRODUCTORY_WORDS.contains(word)) {
            return word.length() <= PARTICLE ? 0 : USUAL;
        }
        return word.length() == 1 || Character.isDigit(word.charAt(0)) ? SIGN : WORD;
    }

    private static boolean isSign(String word) {
        return Character.isIdeographic(word.codePointAt(0));
    }

    private static Pattern chinese() {
        var words = new HashSet<>(USUAL_WORDS);
        words.addAll(INTRODUCTORY_WORDS);
        return Pattern.compile(words.stream()
                .filter(UsualWords::isSign)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .collect(Collectors.joining("|")));
    }

    private static Set<String> read(String list) {
        try (var file = Objects.requireNonNull(UsualWords.class.getResourceAsStream("usual-words.txt"))) {
            return new String(file.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(list + " "))
                    .flatMap(line -> Arrays.stream(line.split(" ", -1)).skip(1))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
