package app.tidings.platform.address;

import app.tidings.platform.address.HttpUrl.Parsed.Bad;
import app.tidings.platform.address.HttpUrl.Parsed.Good;
import java.net.URI;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a link: two spellings of one address become the same text, two pages never do. What a server may tell
 * apart stays: path case, {@code www.}, a trailing slash, the order of parameters.
 *
 * <p>http and https of an address are one link. The canonical form says https, unless the host is an IP address, a local
 * name, or comes with a port of its own: there nobody promises that the other scheme answers.
 */
public final class CanonicalUrl {

    /** Longest text that is read, and longest address that is made of it, in characters. */
    public static final int MAX_LENGTH = 4096;

    private static final String TOO_LONG = "longer than %d characters".formatted(MAX_LENGTH);

    private CanonicalUrl() {}

    /** Never throws, whatever the text; the time it takes grows with the length only. */
    public static Canonical of(String shown) {
        if (shown.length() > MAX_LENGTH) {
            return new Canonical.Refused(TOO_LONG);
        }
        return switch (HttpUrl.parse(shown.strip())) {
            case Good(var url) -> shortEnough(canonical(url).uri());
            case Bad(var reason) -> new Canonical.Refused(reason);
        };
    }

    /** Escapes make text longer; what comes out here must be readable again. */
    private static Canonical shortEnough(URI url) {
        return url.toString().length() > MAX_LENGTH ? new Canonical.Refused(TOO_LONG) : new Canonical.Valid(url);
    }

    private static HttpUrl canonical(HttpUrl url) {
        var unify = url.hasDefaultPort() && !url.host().isLocal();
        return new HttpUrl(
                url.secure() || unify,
                url.host(),
                unify ? 443 : url.port(),
                Percent.normalized(url.path()),
                query(url),
                fragment(url.fragment()));
    }

    private static @Nullable String query(HttpUrl url) {
        if (url.query() == null) {
            return null;
        }
        var kept = new ArrayList<String>();
        for (var parameter : Percent.normalized(url.query()).split("&", -1)) {
            if (!parameter.isEmpty() && !TrackingParameters.contains(url, parameter)) {
                kept.add(parameter);
            }
        }
        return kept.isEmpty() ? null : String.join("&", kept);
    }

    /** A fragment names a place in the page, unless it is a route: then it names the page. */
    private static @Nullable String fragment(@Nullable String fragment) {
        return fragment != null && (fragment.startsWith("!") || fragment.startsWith("/"))
                ? Percent.normalized(fragment)
                : null;
    }
}
