package app.tidings.platform.address;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An http or https address, read once and strictly, so that what was checked is what is used. No user name, no backslash, no
 * control character; dot segments are gone, what must be percent-encoded is, and {@link #uri()} has the same host and port.
 *
 * @param secure whether the scheme is https
 * @param port never absent: the scheme's own where the text named none
 * @param path starts with a slash
 */
public record HttpUrl(
        boolean secure,
        Host host,
        int port,
        String path,
        @Nullable String query,
        @Nullable String fragment) {

    /** Longest text that is read, in characters. */
    public static final int MAX_LENGTH = 8192;

    private static final String PATH_CHARACTERS = "!$&'()*+,;=:@/";
    private static final String QUERY_CHARACTERS = PATH_CHARACTERS + "?";

    /** What reading a text gave; a reason never repeats the text. */
    public sealed interface Parsed {

        /** The text is an address. */
        record Good(HttpUrl url) implements Parsed {}

        /** The text is no address that we use. */
        record Bad(String reason) implements Parsed {}
    }

    /** Reads an absolute address. */
    public static Parsed parse(String text) {
        var unfit = unfit(text);
        if (unfit != null) {
            return new Parsed.Bad(unfit);
        }
        var colon = text.indexOf("://");
        var scheme = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return new Parsed.Bad("not an http or https address");
        }
        var rest = text.substring(colon + 3);
        var end = endOfAuthority(rest);
        return authority(scheme.equals("https"), rest.substring(0, end), rest.substring(end));
    }

    /** Reads a reference as a page or a redirect at this address would mean it. */
    public Parsed resolve(String reference) {
        if (reference.startsWith("//")) {
            return parse(scheme() + ":" + reference);
        }
        if (reference.startsWith("/")) {
            return parse(origin() + reference);
        }
        if (reference.isEmpty() || reference.startsWith("#")) {
            return parse(origin() + path + (query == null ? "" : "?" + query) + reference);
        }
        if (reference.startsWith("?")) {
            return parse(origin() + path + reference);
        }
        return hasScheme(reference)
                ? parse(reference)
                : parse(origin() + path.substring(0, path.lastIndexOf('/') + 1) + reference);
    }

    /** The scheme in lower case. */
    public String scheme() {
        return secure ? "https" : "http";
    }

    /** Whether the port is the scheme's own. */
    public boolean hasDefaultPort() {
        return port == defaultPort(secure);
    }

    /** Host, and the port unless it is the scheme's own, as the Host header shows it. */
    public String authority() {
        return hasDefaultPort() ? host.inAuthority() : host.inAuthority() + ":" + port;
    }

    /** What a request line asks for: path and query. */
    public String pathAndQuery() {
        return query == null ? path : path + "?" + query;
    }

    /** Whether the other address has the same scheme, host and port. */
    public boolean hasSameOrigin(HttpUrl other) {
        return secure == other.secure && port == other.port && host.name().equals(other.host.name());
    }

    /** The same address without its fragment, which never leaves the reader's machine. */
    public HttpUrl withoutFragment() {
        return new HttpUrl(secure, host, port, path, query, null);
    }

    public URI uri() {
        return URI.create(toString());
    }

    @Override
    public String toString() {
        return origin() + pathAndQuery() + (fragment == null ? "" : "#" + fragment);
    }

    private String origin() {
        return scheme() + "://" + authority();
    }

    private static @Nullable String unfit(String text) {
        if (text.length() > MAX_LENGTH) {
            return "longer than %d characters".formatted(MAX_LENGTH);
        }
        if (text.indexOf('\\') >= 0) {
            return "contains a backslash";
        }
        return text.codePoints().anyMatch(HttpUrl::isControl) ? "contains a control character" : null;
    }

    private static boolean isControl(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }

    private static int endOfAuthority(String rest) {
        for (var i = 0; i < rest.length(); i++) {
            if ("/?#".indexOf(rest.charAt(i)) >= 0) {
                return i;
            }
        }
        return rest.length();
    }

    private static Parsed authority(boolean secure, String authority, String tail) {
        if (authority.indexOf('@') >= 0) {
            return new Parsed.Bad("contains a user name");
        }
        var colon = authority.indexOf(':', authority.lastIndexOf(']') + 1);
        var port = colon < 0 ? Optional.of(defaultPort(secure)) : port(authority.substring(colon + 1), secure);
        if (port.isEmpty()) {
            return new Parsed.Bad("the port is not a number from 1 to 65535");
        }
        return Host.parse(colon < 0 ? authority : authority.substring(0, colon))
                .<Parsed>map(host -> new Parsed.Good(of(secure, host, port.get(), tail)))
                .orElseGet(() -> new Parsed.Bad("the host is missing or not valid"));
    }

    private static HttpUrl of(boolean secure, Host host, int port, String tail) {
        var hash = tail.indexOf('#');
        var fragment = hash < 0 ? null : Percent.encoded(tail.substring(hash + 1), QUERY_CHARACTERS);
        var target = hash < 0 ? tail : tail.substring(0, hash);
        var mark = target.indexOf('?');
        var query = mark < 0 ? null : Percent.encoded(target.substring(mark + 1), QUERY_CHARACTERS);
        var path = Percent.encoded(mark < 0 ? target : target.substring(0, mark), PATH_CHARACTERS);
        return new HttpUrl(secure, host, port, withoutDotSegments(path), query, fragment);
    }

    private static Optional<Integer> port(String digits, boolean secure) {
        if (digits.isEmpty()) {
            return Optional.of(defaultPort(secure));
        }
        if (digits.length() > 5 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        var port = Integer.parseInt(digits);
        return port >= 1 && port <= 65535 ? Optional.of(port) : Optional.empty();
    }

    private static int defaultPort(boolean secure) {
        return secure ? 443 : 80;
    }

    private static boolean hasScheme(String reference) {
        for (var i = 0; i < reference.length(); i++) {
            var c = reference.charAt(i);
            if (c == ':') {
                return i > 0;
            }
            if ("/?#".indexOf(c) >= 0) {
                return false;
            }
        }
        return false;
    }

    /** RFC 3986 §5.2.4, with an encoded dot taken for a dot as browsers do. */
    private static String withoutDotSegments(String path) {
        if (path.isEmpty()) {
            return "/";
        }
        var kept = new ArrayDeque<String>();
        var segments = path.substring(1).split("/", -1);
        for (var i = 0; i < segments.length; i++) {
            var dots = dots(segments[i]);
            if (dots == 0) {
                kept.addLast(segments[i]);
                continue;
            }
            if (dots == 2) {
                kept.pollLast();
            }
            if (i == segments.length - 1) {
                kept.addLast("");
            }
        }
        return "/" + String.join("/", kept);
    }

    private static int dots(String segment) {
        if (segment.length() > 6) {
            return 0;
        }
        return switch (segment.replace("%2e", ".").replace("%2E", ".")) {
            case "." -> 1;
            case ".." -> 2;
            default -> 0;
        };
    }
}
