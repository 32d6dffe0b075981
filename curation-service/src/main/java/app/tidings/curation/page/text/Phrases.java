package app.tidings.curation.page.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lines that stand in many articles and are none of their text; {@code phrases.txt} has them. */
final class Phrases {

    /** Weight up to which a line is looked at: what is longer is text. */
    static final int LONGEST = 220;

    private static final Map<String, Pattern> GROUPS = read();

    private Phrases() {}

    /** Whether a line says something about the article, if it stands before its text. */
    static boolean leads(String line) {
        return matches("lead", line);
    }

    /** Whether a line is none of an article, wherever it stands. */
    static boolean isForeign(String line) {
        return matches("anywhere", line) || leadsElsewhere(line);
    }

    /** Whether what follows is likely to be other pages. */
    static boolean leadsElsewhere(String line) {
        return matches("others", line);
    }

    private static boolean matches(String group, String line) {
        return Objects.requireNonNull(GROUPS.get(group), group).matcher(line).matches();
    }

    private static Map<String, Pattern> read() {
        var file = Objects.requireNonNull(Phrases.class.getResourceAsStream("phrases.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(file, UTF_8))) {
            return patterns(lines.readAllLines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Pattern> patterns(List<String> lines) {
        Map<String, StringBuilder> groups = new HashMap<>();
        @Nullable StringBuilder group = null;
        for (var line : lines) {
            if (line.matches("\\[\\w+\\]")) {
                group = groups.computeIfAbsent(line.substring(1, line.length() - 1), _ -> new StringBuilder());
            } else if (group != null && !line.isBlank() && !line.startsWith("#")) {
                group.append(group.isEmpty() ? "" : "|").append(line);
            }
        }
        return groups.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> compiled(each.getValue())));
    }

    private static Pattern compiled(CharSequence lines) {
        return Pattern.compile(
                lines.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }
}
