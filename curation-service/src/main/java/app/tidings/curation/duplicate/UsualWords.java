package app.tidings.curation.duplicate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How much the words of a title say about which article it is; the lists of words stand in {@code usual-words.txt}. Pure. */
final class UsualWords {

    private static final double WORD = 1;
    private static final double SIGN = 0.5;
    private static final double USUAL = 0.25;
    private static final double INTRODUCTORY = -1.5;
    private static final double ASKING = -0.75;
    private static final double SPEAKING = 1;
    private static final double TOPICAL = 0.5;

    /** Three subjects in one title are usual, and six are not. */
    private static final int FEW_SUBJECTS = 3;

    private static final int MANY_SUBJECTS = 5;

    /** Words of a title from which on each adds to it; a Chinese sign is half of one. */
    private static final int LONG = 7;

    /** Words and signs of this length at most, when they are usual, only hold a sentence together. */
    private static final int PARTICLE = 3;

    private static final Words USUAL_WORDS = Words.of("usual");
    private static final Words INTRODUCTORY_WORDS = Words.of("introductory");
    private static final Words TOPICAL_WORDS = Words.of("topical");
    private static final Words ASKING_WORDS = Words.of("asking");
    private static final Words SPEAKING_WORDS = Words.of("speaking");
    private static final Words RECURRING_WORDS = Words.of("recurring");
    private static final Words KNOWN_WORDS = USUAL_WORDS.and(INTRODUCTORY_WORDS);

    /** A list of words, and a pattern for the Chinese ones, the longest first. */
    private record Words(Set<String> all, Pattern chinese) {

        static Words of(String list) {
            return of(read(list));
        }

        private static Words of(Set<String> words) {
            return new Words(
                    words,
                    Pattern.compile(words.stream()
                            .filter(UsualWords::isSign)
                            .sorted(Comparator.comparingInt(String::length).reversed())
                            .collect(Collectors.joining("|", "(?:", ")"))));
        }

        Words and(Words more) {
            return of(Stream.concat(all.stream(), more.all.stream()).collect(Collectors.toSet()));
        }

        /** Those that stand in the title. */
        List<String> in(List<String> title) {
            return Stream.concat(
                            title.stream().filter(each -> !isSign(each) && all.contains(each)),
                            chinese.matcher(signs(title)).results().map(MatchResult::group))
                    .toList();
        }
    }

    private UsualWords() {}

    /** A measure of what a title says: about one for each telling word, half for each telling Chinese sign. */
    static double weight(List<String> title) {
        var known = KNOWN_WORDS.in(title);
        return telling(title, known) + usual(known);
    }

    /**
     * A measure of what sets a title apart from those that others write; never more than what it says. The subjects in it weigh half,
     * and no more than what is said about them, unless they are many; it counts too who speaks, and how long.
     */
    static double distinction(List<String> title) {
        var subjects = Set.copyOf(subjects(title));
        var rest = withoutSubjects(title);
        var known = KNOWN_WORDS.in(rest);
        var telling = telling(rest, known);
        var distinction = telling
                + usual(known)
                + Math.min(telling, TOPICAL * Math.min(subjects.size(), FEW_SUBJECTS))
                + TOPICAL * Math.max(0, subjects.size() - MANY_SUBJECTS)
                + (SPEAKING_WORDS.in(title).isEmpty() ? 0 : Math.min(telling, SPEAKING))
                + (asks(title) ? ASKING : isIntroductory(known) ? 0 : USUAL * Math.max(0, length(title) - LONG));
        return Math.min(distinction, weight(title));
    }

    /** Whether a word tells that there are more articles of this title. */
    static boolean recurs(List<String> title) {
        return !RECURRING_WORDS.in(title).isEmpty();
    }

    private static double telling(List<String> title, List<String> known) {
        var latin = title.stream()
                .filter(each -> !isSign(each) && !KNOWN_WORDS.all().contains(each))
                .mapToDouble(each -> each.length() == 1 || Character.isDigit(each.charAt(0)) ? SIGN : WORD)
                .sum();
        var signs = known.stream()
                .filter(UsualWords::isSign)
                .mapToInt(String::length)
                .sum();
        return latin + SIGN * (signs(title).length() - signs);
    }

    private static double usual(List<String> known) {
        var longer = known.stream()
                .filter(each -> each.length() > (isSign(each) ? 1 : PARTICLE))
                .count();
        return USUAL * longer + (isIntroductory(known) ? INTRODUCTORY : 0);
    }

    private static boolean isIntroductory(List<String> known) {
        return known.stream().anyMatch(INTRODUCTORY_WORDS.all()::contains);
    }

    private static boolean asks(List<String> title) {
        var how = title.indexOf("how");
        return (how >= 0 && title.indexOf("to") == how + 1)
                || !ASKING_WORDS.in(title).isEmpty();
    }

    private static List<String> subjects(List<String> title) {
        return Stream.concat(
                        title.stream().filter(UsualWords::isSubject),
                        TOPICAL_WORDS.in(title).stream().filter(UsualWords::isSign))
                .toList();
    }

    private static List<String> withoutSubjects(List<String> title) {
        var signs = TOPICAL_WORDS.chinese().matcher(signs(title)).replaceAll("");
        return Stream.concat(
                        title.stream().filter(each -> !isSign(each) && !isSubject(each)),
                        signs.codePoints().mapToObj(Character::toString))
                .toList();
    }

    private static boolean isSubject(String word) {
        var topical = TOPICAL_WORDS.all();
        return !isSign(word)
                && (topical.contains(word)
                        || (word.endsWith("s") && topical.contains(word.substring(0, word.length() - 1)))
                        || (word.endsWith("ies") && topical.contains(word.substring(0, word.length() - 3) + "y")));
    }

    private static double length(List<String> title) {
        return title.size() - SIGN * signs(title).length();
    }

    private static String signs(List<String> title) {
        return title.stream().filter(UsualWords::isSign).collect(Collectors.joining());
    }

    private static boolean isSign(String word) {
        return Character.isIdeographic(word.codePointAt(0));
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
