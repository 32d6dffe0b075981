package app.tidings.platform.address;

import app.tidings.platform.address.HttpUrl.Parsed.Bad;
import app.tidings.platform.address.HttpUrl.Parsed.Good;
import java.net.URI;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
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

    /** What a single-page site calls its first page. */
    private static final Set<String> HOME_ROUTES = Set.of("", "!", "/", "!/");

    /** What is left of an ampersand that was escaped once too often. */
    private static final Pattern ESCAPED = Pattern.compile("^(?:amp;)+");

    private static final Pattern SETTING = Pattern.compile("[\\w.-]+=");

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
        return made(shown, url -> Variants.oneForAll(cleaned(url)));
    }

    /**
     * The address as it was shown, but for what says nothing about the page: detours over counting services, tracking
     * parameters, places in the page. It has the same canonical address.
     */
    public static Canonical clean(String shown) {
        return made(shown, CanonicalUrl::cleaned);
    }

    private static Canonical made(String shown, UnaryOperator<HttpUrl> made) {
        if (shown.length() > MAX_LENGTH) {
            return new Canonical.Refused(TOO_LONG);
        }
        return switch (HttpUrl.parse(shown.strip())) {
            case Good(var url) -> shortEnough(made.apply(url).uri());
            case Bad(var reason) -> new Canonical.Refused(reason);
        };
    }

    /** Escapes make text longer; what comes out here must be readable again. */
    private static Canonical shortEnough(URI url) {
        return url.toString().length() > MAX_LENGTH ? new Canonical.Refused(TOO_LONG) : new Canonical.Valid(url);
    }

    private static HttpUrl cleaned(HttpUrl shown) {
        var url = Wrappers.unwrapped(shown);
        return new HttpUrl(
                url.secure(), url.host(), url.port(), Percent.normalized(url.path()), query(url), fragment(url));
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

    /** A fragment names a place in the page, unless it is a route, or selects what the page shows. */
    private static @Nullable String fragment(HttpUrl url) {
        var fragment = url.fragment() == null ? "" : Percent.normalized(url.fragment());
        var directive = fragment.indexOf(":~:");
        var place = directive < 0 ? fragment : fragment.substring(0, directive);
        if (HOME_ROUTES.contains(place)) {
            return null;
        }
        return isRoute(place, url.host()) || selects(place, url) ? place : null;
    }

    /** Headings with a slash in them are places where pages name them after their text. */
    private static boolean isRoute(String fragment, Host host) {
        return fragment.startsWith("!")
                || fragment.startsWith("/")
                || (fragment.indexOf('/') > 0 && !host.name().endsWith(".wikipedia.org"));
    }

    private static boolean selects(String fragment, HttpUrl url) {
        if (!SETTING.matcher(fragment).lookingAt()) {
            return false;
        }
        for (var part : fragment.split("&", -1)) {
            var name = part.substring(0, Math.max(part.indexOf('='), 0)).toLowerCase(Locale.ROOT);
            if (!name.isEmpty() && !PLACES.contains(name) && !TrackingParameters.contains(url, part)) {
                return true;
            }
        }
        return false;
    }
}
