package app.tidings.curation.archive;

import app.tidings.curation.archive.line.Line;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What stands between two lines of dashes at the top of a file. Read line by line, not as YAML: titles there hold quotes and
 * colons that YAML would refuse.
 *
 * @param values by name
 * @param end how many lines of the file it takes; 0 where there is none
 */
record FrontMatter(Map<String, String> values, int end) {

    private static final Pattern FENCE = Pattern.compile("^(?:---+|\\+\\+\\+)\\s*$");
    private static final Pattern FIELD = Pattern.compile("^([\\w-]++)\\s*+[:=](.*)$");
    private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})");
    private static final int LONGEST = 60;

    static FrontMatter of(List<Line> lines) {
        var begin = 0;
        while (begin < lines.size() && lines.get(begin).isBlank()) {
            begin++;
        }
        if (begin == lines.size() || !FENCE.matcher(lines.get(begin).text()).matches()) {
            return new FrontMatter(Map.of(), 0);
        }
        var values = new HashMap<String, String>();
        for (var i = begin + 1; i < Math.min(lines.size(), begin + LONGEST); i++) {
            var text = lines.get(i).text();
            if (FENCE.matcher(text).matches()) {
                return new FrontMatter(values, i + 1);
            }
            var field = FIELD.matcher(text);
            if (field.matches()) {
                values.put(field.group(1), unquoted(field.group(2).strip()));
            }
        }
        return new FrontMatter(Map.of(), 0);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }

    Optional<LocalDate> date() {
        return text("pubDate")
                .or(() -> text("date"))
                .or(() -> text("publishedAt"))
                .flatMap(FrontMatter::dateIn);
    }

    /** The first date in a text, as in the name of a file. */
    static Optional<LocalDate> dateIn(String text) {
        var found = DATE.matcher(text);
        try {
            return found.find()
                    ? Optional.of(LocalDate.of(
                            Integer.parseInt(found.group(1)),
                            Integer.parseInt(found.group(2)),
                            Integer.parseInt(found.group(3))))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String unquoted(String value) {
        if (value.length() < 2 || value.charAt(0) != value.charAt(value.length() - 1)) {
            return value;
        }
        var inside = value.substring(1, value.length() - 1);
        return switch (value.charAt(0)) {
            case '\'' -> inside.replace("''", "'");
            case '"' -> inside.replace("\\\"", "\"").replace("\\\\", "\\");
            default -> value;
        };
    }
}
