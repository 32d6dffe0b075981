package app.tidings.curation.duplicate;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.platform.address.Canonical;
import app.tidings.platform.address.CanonicalUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is known of well-known places; the facts stand in {@code places.txt}. Pure. */
final class Places {

    /** A copy of a copy of a copy is followed no further. */
    private static final int MOST_COPIES = 3;

    private static final List<String[]> LINES = read();

    private static final List<Mirror> MIRRORS = LINES.stream()
            .filter(line -> line[0].equals("mirror"))
            .map(line -> new Mirror(pattern(line[1]), line[2]))
            .toList();

    private static final List<Sort> SORTS = LINES.stream()
            .filter(line -> line[0].equals("other"))
            .map(line -> new Sort(Place.Sort.valueOf(line[1]), pattern(line[2])))
            .toList();

    private static final List<Name> NAMES = LINES.stream()
            .filter(line -> line[0].equals("site"))
            .map(line -> new Name(line[1], names(line[2])))
            .toList();

    private record Mirror(Pattern shown, String target) {}

    private record Sort(Place.Sort sort, Pattern shown) {}

    private record Name(String host, Set<String> names) {

        boolean isOf(String other) {
            return other.equals(host) || other.endsWith("." + host);
        }
    }

    /** A sort of place, and what its pattern found in the address. */
    record Sorted(Place.Sort sort, Optional<Matcher> shown) {}

    private Places() {}

    /** The canonical address of what is shown, also where the address is that of a known copy; empty where it is none. */
    static Optional<URI> original(String address) {
        var shown = canonical(address);
        for (var i = 0; i < MOST_COPIES && shown.isPresent(); i++) {
            var copied = copied(shown.get());
            if (copied.isEmpty()) {
                break;
            }
            shown = copied;
        }
        return shown;
    }

    private static Optional<URI> canonical(String address) {
        return CanonicalUrl.of(address) instanceof Canonical.Valid(var url) ? Optional.of(url) : Optional.empty();
    }

    private static Optional<URI> copied(URI copy) {
        var shown = shown(copy);
        for (var mirror : MIRRORS) {
            var found = mirror.shown().matcher(shown);
            if (found.matches()) {
                var target = found.replaceFirst(mirror.target());
                var selected = copy.getRawFragment() == null ? "" : "#" + copy.getRawFragment();
                return canonical((target.startsWith("http") ? target : "https://" + target) + selected);
            }
        }
        return Optional.empty();
    }

    static Sorted sorted(URI address) {
        var shown = shown(address);
        for (var sort : SORTS) {
            var found = sort.shown().matcher(shown);
            if (found.matches()) {
                return new Sorted(sort.sort(), Optional.of(found));
            }
        }
        return new Sorted(Place.Sort.ARTICLE, Optional.empty());
    }

    /** Whether a site that its host does not tell is called so; the name in small letters and digits only. */
    static boolean isNamed(String host, String name) {
        return NAMES.stream().anyMatch(each -> each.isOf(host) && each.names().contains(name));
    }

    /** A list of words. */
    static Set<String> words(String list) {
        return LINES.stream()
                .filter(line -> line[0].equals("words") && line[1].equals(list))
                .flatMap(line -> Arrays.stream(line[2].split(",", -1)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Host, path and query, as the patterns are written. */
    static String shown(URI address) {
        var query = address.getRawQuery();
        return address.getHost() + address.getRawPath() + (query == null ? "" : "?" + query);
    }

    private static Pattern pattern(String text) {
        return Pattern.compile(text, Pattern.CASE_INSENSITIVE);
    }

    private static Set<String> names(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split(",", -1))
                .map(Place::squeezed)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<String[]> read() {
        try (var file = Objects.requireNonNull(Places.class.getResourceAsStream("places.txt"))) {
            return new String(file.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.strip().split("\\s+", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
