package app.tidings.platform.address;

import app.tidings.platform.address.HttpUrl.Parsed.Bad;
import app.tidings.platform.address.HttpUrl.Parsed.Good;
import java.net.URI;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a link: the spellings, mirrors and detours of one page become the same text, two pages never do.
 * {@code docs/addresses.md} tells what counts as the same page.
 *
 * <p>What stands for all spellings need not be the one that answers: a site may know only {@code www.}, or http, or the
 * trailing slash. {@link #clean} makes the address that is fetched and printed.
 */
public final class CanonicalUrl {

    /** Longest text that is read, and longest address that is made of it, in characters. */
    public static final int MAX_LENGTH = 4096;

    private static final String TOO_LONG = "longer than %d characters".formatted(MAX_LENGTH);

    /** Detours in each other that are followed; more are nobody's. */
    private static final int MAX_DETOURS = 5;

    /** What a single-page site calls its first page. */
    private static final Set<String> HOME_ROUTES = Set.of("", "!", "/", "!/");

    /** What is left of an ampersand that was escaped once too often. */
    private static final Pattern ESCAPED = Pattern.compile("^(?:amp;)+");

    private static final Pattern SETTING = Pattern.compile("[\\w.-]+=");

    /** What a forge calls a comment on an issue or a change: a text of its own, and not its issue. */
    private static final Pattern COMMENT =
            Pattern.compile("(?:issuecomment|discussioncomment|pullrequestreview)-\\d+|discussion_r\\d+");

    /** A record as programs write it. */
    private static final Pattern RECORD = Pattern.compile("\\{\"|\\w+:!\\(");

    /** Signs that a machine may have written, behind a name or alone. */
    private static final Pattern DATA =
            Pattern.compile("#*(?:\\w+:(?=.*\\d)([\\w+/=-]{20,})|(?=.*\\d)([\\w+/=-]{32,}))");

    private static final Pattern WORD = Pattern.compile("[a-z]{4,}|[A-Z]{4,}");

    /** Settings that scroll, zoom or start a player, and show the same page. */
    private static final Set<String> PLACES = Set.of(
            "page",
            "zoom",
            "view",
            "search",
            "nameddest",
            "pagemode",
            "t",
            "start",
            "time",
            "xywh",
            "heading",
            "comment");

    private CanonicalUrl() {}

    /** The canonical address. Never throws, whatever the text; the time it takes grows with the length only. */
    public static Canonical of(String shown) {
        return made(shown, url -> settled(url, each -> cleaned(each).map(Variants::oneForAll)));
    }

    /**
     * The address as it was shown, but for what says nothing about the page: detours over counting services, tracking
     * parameters, places in the page. It has the same canonical address.
     */
    public static Canonical clean(String shown) {
        return made(shown, CanonicalUrl::cleaned);
    }

    private static Canonical made(String shown, Function<HttpUrl, Optional<HttpUrl>> made) {
        if (shown.length() > MAX_LENGTH) {
            return new Canonical.Refused(TOO_LONG);
        }
        return switch (HttpUrl.parse(shown.strip())) {
            case Good(var url) ->
                made.apply(url)
                        .map(HttpUrl::uri)
                        .map(CanonicalUrl::shortEnough)
                        .orElseGet(() -> new Canonical.Refused("leads on too often"));
            case Bad(var reason) -> new Canonical.Refused(reason);
        };
    }

    /** Escapes make text longer; what comes out here must be readable again. */
    private static Canonical shortEnough(URI url) {
        return url.toString().length() > MAX_LENGTH ? new Canonical.Refused(TOO_LONG) : new Canonical.Valid(url);
    }

    /** What is made of the address and leads nowhere else; it may be a detour only without its {@code m.}, or its counters. */
    private static Optional<HttpUrl> settled(HttpUrl shown, Function<HttpUrl, Optional<HttpUrl>> made) {
        var url = shown;
        for (var detours = 0; detours <= MAX_DETOURS; detours++) {
            var form = made.apply(url);
            var target = form.flatMap(Wrappers::unwrapped);
            if (target.isEmpty()) {
                return form;
            }
            url = target.get();
        }
        return Optional.empty();
    }

    private static Optional<HttpUrl> cleaned(HttpUrl shown) {
        return settled(
                Wrappers.unwrapped(shown).orElse(shown),
                url -> Optional.of(new HttpUrl(
                        url.secure(),
                        url.host(),
                        url.port(),
                        Percent.normalized(url.path()),
                        query(url),
                        fragment(url))));
    }

    private static @Nullable String query(HttpUrl url) {
        if (url.query() == null) {
            return null;
        }
        var kept = new ArrayList<String>();
        for (var shown : Percent.normalized(url.query()).split("&", -1)) {
            var parameter = ESCAPED.matcher(shown).replaceFirst("");
            if (!parameter.isEmpty() && !TrackingParameters.contains(url, parameter)) {
                kept.add(parameter);
            }
        }
        return kept.isEmpty() ? null : String.join("&", kept);
    }

    /** A fragment names a place in the page, unless it is a route, selects what the page shows, or is that itself. */
    private static @Nullable String fragment(HttpUrl url) {
        var fragment = url.fragment() == null ? "" : Percent.normalized(url.fragment());
        var directive = fragment.indexOf(":~:");
        var place = directive < 0 ? fragment : fragment.substring(0, directive);
        if (HOME_ROUTES.contains(place)) {
            return null;
        }
        return isRoute(place, url.host())
                        || selects(place, url)
                        || COMMENT.matcher(place).matches()
                        || isState(Percent.decoded(place))
                ? place
                : null;
    }

    /** Headings with a slash in them are places where pages name them after their text. */
    private static boolean isRoute(String fragment, Host host) {
        return fragment.startsWith("!")
                || fragment.startsWith("/")
                || (fragment.indexOf('/') > 0 && !host.name().endsWith(".wikipedia.org"));
    }

    private static boolean selects(String fragment, HttpUrl url) {
        var isQuery = fragment.startsWith("?");
        var settings = isQuery ? fragment.substring(1) : fragment;
        if (!SETTING.matcher(settings).lookingAt()) {
            return false;
        }
        for (var part : settings.split("&", -1)) {
            var name = part.substring(0, Math.max(part.indexOf('='), 0)).toLowerCase(Locale.ROOT);
            var isPlace = name.isEmpty() || (PLACES.contains(name) && !isQuery);
            if (!isPlace && !TrackingParameters.contains(url, part)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is the text of a program, or what a machine made of one; headings have one line, and are made of words. */
    private static boolean isState(String fragment) {
        if (fragment.indexOf('\n') >= 0 || RECORD.matcher(fragment).lookingAt()) {
            return true;
        }
        var data = DATA.matcher(fragment);
        return data.matches()
                && (data.group(1) == null
                        ? isMixed(data.group(2)) && isWordless(data.group(2)) && !isHeading(data.group(2))
                        : isWordless(data.group(1)));
    }

    /** Whether it is in both cases all along; places that a machine named, by a hash, are in one. */
    private static boolean isMixed(String text) {
        return 8 * text.chars().filter(Character::isUpperCase).count() >= text.length()
                && 8 * text.chars().filter(Character::isLowerCase).count() >= text.length();
    }

    /** Data has a digit in about six signs, and hardly a hyphen; short words of a heading are parted by many, or by none. */
    private static boolean isHeading(String text) {
        return 16 * text.chars().filter(Character::isDigit).count() < text.length()
                || 12 * text.chars().filter(sign -> sign == '-' || sign == '_').count() > text.length();
    }

    private static boolean isWordless(String text) {
        var inWords = WORD.matcher(text)
                .results()
                .mapToInt(word -> word.end() - word.start())
                .sum();
        return 5 * inWords < 2 * text.replace("-", "").replace("_", "").length();
    }
}
