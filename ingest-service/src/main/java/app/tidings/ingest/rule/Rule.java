package app.tidings.ingest.rule;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One rule of a publication. Made leniently, since it is read from the store too; {@link #fault()} says what is wrong.
 *
 * @param name what people call it; shown beside what it stops
 * @param action what becomes of entries that it matches
 * @param field where it looks
 * @param words any of which is enough, in whatever case; a word of letters or digits counts only as a whole word, but in
 *     scripts that do not part words
 * @param pattern a regular expression of RE2, which takes linear time whatever it is; instead of words
 * @param sourceId the one source that it is for; null for all of the publication
 */
record Rule(
        String name,
        Action action,
        Field field,
        List<String> words,
        @Nullable String pattern,
        @Nullable String sourceId) {

    private static final int MAX_NAME = 100;
    private static final int MAX_WORDS = 200;
    private static final int MAX_PATTERN = 500;
    private static final int MAX_REPEATS = 1_000;
    private static final java.util.regex.Pattern REPEAT =
            java.util.regex.Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?}");

    /** What a rule does. */
    enum Action {
        /** Where such rules apply, an entry must match one of them. */
        ALLOW,
        /** An entry that matches is stopped, whatever is allowed. */
        BLOCK
    }

    /** Where a rule looks. */
    enum Field {
        TITLE,
        ADDRESS,
        AUTHOR,
        TEXT,
        /** Of the source, as people set it; entries have none of their own. */
        LANGUAGE
    }

    Rule {
        words = words == null ? List.of() : List.copyOf(words);
        name = name == null ? "" : name.strip();
    }

    /** Whether it is for that source. */
    boolean isFor(String source) {
        return sourceId == null || sourceId.equals(source);
    }

    /** What it matches, made once for many entries. Only for a rule without fault. */
    Predicate<Judged> matcher() {
        if (pattern != null) {
            var compiled = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
            return judged -> compiled.matcher(judged.of(field)).find();
        }
        var wanted = words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
        return judged -> {
            var text = judged.of(field).toLowerCase(Locale.ROOT);
            return wanted.stream().anyMatch(word -> holds(text, word));
        };
    }

    private static boolean holds(String text, String word) {
        for (var at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            var end = at + word.length();
            if (isEdge(text, at, at - 1) && isEdge(text, end - 1, end)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word may end between these two places. */
    private static boolean isEdge(String text, int inside, int outside) {
        return outside < 0
                || outside >= text.length()
                || !isOfAWord(text.charAt(inside))
                || !isOfAWord(text.charAt(outside));
    }

    private static boolean isOfAWord(char c) {
        return Character.isLetterOrDigit(c) && Character.getType(c) != Character.OTHER_LETTER;
    }

    /** What is wrong with it, in words that say what to change; null where nothing is. */
    @Nullable
    String fault() {
        if (name.isEmpty() || name.length() > MAX_NAME) {
            return "name of a rule is missing or longer than %d characters".formatted(MAX_NAME);
        }
        if (action == null || field == null) {
            return "rule %s has no action or no field".formatted(name);
        }
        if ((pattern == null) == words.isEmpty()) {
            return "rule %s needs either words or a pattern".formatted(name);
        }
        if (words.size() > MAX_WORDS
                || words.stream().anyMatch(word -> word.isBlank() || word.length() > MAX_PATTERN)) {
            return "rule %s has more than %d words, or one that is blank or longer than %d characters"
                    .formatted(name, MAX_WORDS, MAX_PATTERN);
        }
        return pattern == null ? null : faultOf(pattern);
    }

    private @Nullable String faultOf(String expression) {
        if (expression.isBlank() || expression.length() > MAX_PATTERN) {
            return "pattern of rule %s is blank or longer than %d characters".formatted(name, MAX_PATTERN);
        }
        if (repeats(expression) > MAX_REPEATS) {
            return "pattern of rule %s repeats its parts more than %d times in all".formatted(name, MAX_REPEATS);
        }
        try {
            var _ = Pattern.compile(expression);
            return null;
        } catch (PatternSyntaxException e) {
            return "pattern of rule %s cannot be read: %s".formatted(name, e.getDescription());
        }
    }

    /** The product of all counted repetitions: how large the compiled pattern may become. */
    private static long repeats(String expression) {
        var product = 1L;
        var counted = REPEAT.matcher(expression);
        while (counted.find() && product <= MAX_REPEATS) {
            var most = counted.group(2) == null || counted.group(2).isEmpty() ? counted.group(1) : counted.group(2);
            product *= Math.max(1, Long.parseLong(most));
        }
        return product;
    }
}
