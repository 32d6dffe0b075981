package app.tidings.curation.proposal;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.jspecify.annotations.Nullable;

/**
 * What can be seen of a link without reading it: the words of its title, its form, its host and path. Each sign is said in words that an editor
 * understands. Pure.
 */
final class Signs {

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9+#.-]*[a-z0-9+#]");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}{2,}");
    private static final Pattern NAMED = Pattern.compile("[\\x21-\\x7e ]{1,30}\\s*[:：].*");
    private static final Pattern NUMBERED = Pattern.compile(".*#\\d+.*");
    private static final Pattern DATED = Pattern.compile(".*/20\\d\\d(?:/|-).*");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z]{3,}");
    private static final int DEEP = 3;
    private static final int MOST = 100;

    private Signs() {}

    /** All signs of a link, at most a hundred. */
    static Set<String> of(String title, @Nullable URI url) {
        var signs = new LinkedHashSet<String>();
        shape(title.strip(), signs);
        if (url != null && url.getHost() != null) {
            address(url, signs);
        }
        signs.addAll(words(title));
        HAN.matcher(title).results().map(run -> run.group()).forEach(run -> {
            for (var i = 0; i + 2 <= run.length(); i++) {
                signs.add(run.substring(i, i + 2));
            }
        });
        return signs.stream().limit(MOST).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The words of a title that are written in Latin letters, in lower case, but for the commonest of English. */
    static List<String> words(String title) {
        return WORD.matcher(title.toLowerCase(Locale.ROOT))
                .results()
                .map(word -> word.group())
                .filter(word -> !EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.contains(word))
                .distinct()
                .toList();
    }

    private static void shape(String title, Set<String> signs) {
        if (NAMED.matcher(title).matches()) {
            signs.add("a name before a colon");
        }
        if (title.endsWith("?") || title.endsWith("？")) {
            signs.add("a question");
        }
        if (NUMBERED.matcher(title).matches()) {
            signs.add("a number of a series");
        }
    }

    private static void address(URI url, Set<String> signs) {
        var host = url.getHost().toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
        var path = String.valueOf(url.getPath());
        var parts =
                Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).toList();
        signs.add(host);
        signs.add(host + "/…".repeat(Math.min(parts.size(), DEEP)));
        signs.add("an address" + "/…".repeat(Math.min(parts.size(), DEEP + 1)));
        var labels = host.split("\\.");
        Arrays.stream(labels).limit(labels.length - 1L).forEach(label -> signs.add("a host named " + label));
        parts.stream()
                .limit(Math.max(parts.size() - 1L, 0))
                .filter(part -> PLAIN.matcher(part).matches())
                .forEach(part -> signs.add("/" + part.toLowerCase(Locale.ROOT) + "/"));
        if (DATED.matcher(path).matches()) {
            signs.add("a date in the address");
        }
    }
}
