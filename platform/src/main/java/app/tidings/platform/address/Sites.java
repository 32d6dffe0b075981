package app.tidings.platform.address;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known of well-known sites: which part of an address names the page, and which other addresses lead to it. The
 * rules are in {@code sites.txt} beside this class.
 */
final class Sites {

    /** The first page of a list is the list. */
    private static final String FIRST_PAGE = "p=1";

    private static final String NEEDED = "!";

    private static final Pattern REFERENCE = Pattern.compile("([$~&])(\\d)");
    private static final Pattern HYPHENS = Pattern.compile("[-_.]+");

    /**
     * A rule for pages.
     *
     * @param page host and path, whole
     * @param target what takes their place
     * @param kept names of the parameters that stay; null for all
     * @param needed names of those without which the rule does not hold
     */
    private record Rule(
            Pattern page, String target, @Nullable Set<String> kept, Set<String> needed) {

        boolean holds(@Nullable String query) {
            return needed.isEmpty()
                    || Arrays.stream(String.valueOf(query).split("&", -1))
                            .map(Sites::name)
                            .collect(Collectors.toSet())
                            .containsAll(needed);
        }
    }

    /** By the last two labels of the host. */
    private static final Map<String, List<Rule>> RULES = read();

    private Sites() {}

    /** The address under which the site's page is known; the address itself where nothing is known. */
    static HttpUrl known(HttpUrl url) {
        if (!url.hasDefaultPort() || !url.secure()) {
            return url;
        }
        var host = url.host().name();
        var page = host + url.path();
        for (var rule : RULES.getOrDefault(domain(host), List.of())) {
            var matcher = rule.page().matcher(page);
            if (matcher.matches() && rule.holds(url.query())) {
                return rewritten(url, matcher, rule);
            }
        }
        return url;
    }

    private static HttpUrl rewritten(HttpUrl url, Matcher page, Rule rule) {
        var target = expanded(rule.target(), page);
        var kept = kept(url.query(), rule.kept());
        var joint = kept.isEmpty() ? "" : target.indexOf('?') < 0 ? "?" : "&";
        return HttpUrl.parse("https://" + target + joint + kept) instanceof HttpUrl.Parsed.Good(var known)
                ? new HttpUrl(true, known.host(), known.port(), known.path(), known.query(), fragment(url, rule))
                : url;
    }

    /** A page that its path alone names is the same at every place in it. */
    private static @Nullable String fragment(HttpUrl url, Rule rule) {
        return rule.kept() != null && rule.kept().isEmpty() ? null : url.fragment();
    }

    private static String kept(@Nullable String query, @Nullable Set<String> names) {
        if (query == null || names == null) {
            return query == null ? "" : query;
        }
        return Arrays.stream(query.split("&", -1))
                .filter(parameter -> names.contains(name(parameter)))
                .filter(parameter -> !parameter.equals(FIRST_PAGE))
                .collect(Collectors.joining("&"));
    }

    private static String name(String parameter) {
        return parameter.substring(0, Math.max(parameter.indexOf('='), 0));
    }

    private static String expanded(String target, Matcher page) {
        return REFERENCE
                .matcher(target)
                .replaceAll(reference -> Matcher.quoteReplacement(part(
                        reference.group(1),
                        Objects.requireNonNullElse(page.group(Integer.parseInt(reference.group(2))), ""))));
    }

    private static String part(String mark, String text) {
        return switch (mark) {
            case "~" -> text.toLowerCase(Locale.ROOT);
            case "&" -> HYPHENS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("-");
            default -> text;
        };
    }

    private static String domain(String host) {
        var last = host.lastIndexOf('.');
        return host.substring(host.lastIndexOf('.', last - 1) + 1);
    }

    private static Map<String, List<Rule>> read() {
        var rules = new HashMap<String, List<Rule>>();
        try (var file = Objects.requireNonNull(Sites.class.getResourceAsStream("sites.txt"))) {
            new String(file.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> add(line.strip().split("\\s+", -1), rules));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rules;
    }

    private static void add(String[] columns, Map<String, List<Rule>> rules) {
        var names = Arrays.asList(columns[3].split(",", -1));
        var kept = switch (columns[3]) {
            case "all" -> null;
            case "none" -> Set.<String>of();
            default -> names.stream().map(each -> each.replace(NEEDED, "")).collect(Collectors.toSet());
        };
        var needed = names.stream()
                .filter(each -> each.endsWith(NEEDED))
                .map(each -> each.replace(NEEDED, ""))
                .collect(Collectors.toSet());
        var rule = new Rule(Pattern.compile(columns[1]), columns[2], kept, needed);
        for (var domain : columns[0].split(",", -1)) {
            rules.computeIfAbsent(domain, _ -> new ArrayList<>()).add(rule);
        }
    }
}
