package app.tidings.curation.archive.line;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Links whose address stands elsewhere in the file, {@code [title][label]} with {@code [label]: address}, as links with their address:
 * a title is read line by line, and an item without the end of its file.
 */
final class References {

    private static final Pattern DEFINITION =
            Pattern.compile("^ {0,3}\\[([^\\[\\]^][^\\[\\]]{0,200})]:\\s*<?(https?://[^\\s<>]+)>?(?:\\s.*)?$");
    private static final Pattern USE =
            Pattern.compile("`[^`]*`|\\[([^\\[\\]]+)](?:\\[([^\\[\\]]*)])?(?![\\[(]|（\\s*+http)");

    private References() {}

    static List<Line> resolved(List<Line> lines) {
        var addresses = new HashMap<String, String>();
        for (var line : lines) {
            var definition = DEFINITION.matcher(line.text());
            if (!line.code() && definition.matches()) {
                addresses.putIfAbsent(key(definition.group(1)), definition.group(2));
            }
        }
        return addresses.isEmpty()
                ? lines
                : lines.stream().map(line -> resolved(line, addresses)).toList();
    }

    private static Line resolved(Line line, Map<String, String> addresses) {
        return line.code() || DEFINITION.matcher(line.text()).matches()
                ? line
                : line.withText(
                        USE.matcher(line.text()).replaceAll(use -> Matcher.quoteReplacement(resolved(use, addresses))));
    }

    private static String resolved(MatchResult use, Map<String, String> addresses) {
        var label = use.group(2) == null || use.group(2).isBlank() ? use.group(1) : use.group(2);
        var address = label == null ? null : addresses.get(key(label));
        return address == null ? use.group() : "[%s](<%s>)".formatted(use.group(1), address);
    }

    private static String key(String label) {
        return label.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
