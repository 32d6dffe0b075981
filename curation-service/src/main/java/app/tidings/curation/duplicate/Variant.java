package app.tidings.curation.duplicate;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which language and version of something an address names, and which part of it. Pure.
 *
 * @param parts numbers such as that of {@code part-2}
 */
record Variant(Set<String> languages, Set<String> versions, Set<String> parts) {

    private static final Pattern LANGUAGE =
            Pattern.compile("(?:en|zh|ja|ko|fr|de|es|ru|pt|it|nl|pl|tr|uk|vi|ar|fa|cn|tw|jp|kr|chs|cht|english|chinese)"
                    + "(?:[-_](?:cn|tw|hk|sg|hans|hant|us|gb|uk|br|pt|es|mx|fr|de|jp|kr|ca|au))?");
    private static final Set<String> LANGUAGE_PARAMETERS = Set.of("lang", "hl", "locale", "language", "l");
    private static final Pattern VERSION = Pattern.compile(
            "v\\d+(?:[._-]\\w+)*|\\d+\\.\\d+(?:\\.\\w+)*|latest|stable|dev|current|nightly|next|main|master|trunk");

    private static final Pattern PART = Pattern.compile(
            "(?:^|-)(?:part|pt|vol|volume|ep|episode|chapter|ch|lesson|day|week|issue|no|number|section|season|round)-?"
                    + "(\\d+|[ivx]+|one|two|three|four|five|six|seven|eight|nine|ten|[abc])(?=-|$)");

    /**
     * Reads what an address names.
     *
     * @param segments of the path
     * @param query names and values, with an equals sign between
     */
    static Variant of(String host, List<String> segments, Stream<String> query) {
        var label = host.substring(0, Math.max(host.indexOf('.'), 0));
        var named = query.filter(each -> LANGUAGE_PARAMETERS.contains(name(each)))
                .map(each -> each.substring(name(each).length() + 1).toLowerCase(Locale.ROOT));
        return new Variant(
                matching(Stream.concat(Stream.concat(Stream.of(label), segments.stream()), named), LANGUAGE),
                matching(segments.stream(), VERSION),
                PART.matcher(segments.isEmpty() ? "" : segments.getLast())
                        .results()
                        .map(each -> each.group(1))
                        .collect(Collectors.toSet()));
    }

    private static Set<String> matching(Stream<String> words, Pattern wanted) {
        return words.filter(wanted.asMatchPredicate()).collect(Collectors.toSet());
    }

    private static String name(String parameter) {
        return parameter.substring(0, parameter.indexOf('=')).toLowerCase(Locale.ROOT);
    }

    /** Whether both name something, and not the same. */
    boolean contradicts(Variant other) {
        return differ(languages, other.languages) || differ(versions, other.versions) || differ(parts, other.parts);
    }

    static boolean differ(Set<String> ours, Set<String> theirs) {
        return !ours.isEmpty() && !theirs.isEmpty() && !ours.equals(theirs);
    }
}
