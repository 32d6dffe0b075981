package app.tidings.platform.fetch;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What to ask for. Starts with {@link #get}, {@link #head} or {@link #post} and is refined with the other methods.
 *
 * @param headers lower-case name to value; those that frame the message or name its target are the fetcher's own
 * @param maxBytes largest decoded body; never more than the settings allow
 * @param maxRedirects how many are followed; never more than the settings allow. With 0 a redirect is an answer
 * @param acceptedTypes media types, {@code image/*} too, in order of preference; empty for any
 * @param userAgent how the fetcher calls itself to that server; null for what the settings say
 * @param proxy address of a proxy that the settings allow; null for none
 */
public record FetchRequest(
        URI url,
        String method,
        Map<String, String> headers,
        @Nullable Body body,
        long maxBytes,
        int maxRedirects,
        Set<String> acceptedTypes,
        @Nullable String userAgent,
        @Nullable URI proxy) {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");
    /** Beside small letters and digits, in the name of a header and in either half of a media type. */
    private static final String IN_NAMES = "!#$%&'*+.^_`|~-";

    private static final String IN_TYPES = "*.+-";

    private static final Set<String> OWN_HEADERS = Set.of(
            "host",
            "connection",
            "content-length",
            "transfer-encoding",
            "te",
            "trailer",
            "upgrade",
            "expect",
            "keep-alive",
            "proxy-authorization",
            "accept-encoding",
            "accept",
            "user-agent");

    public FetchRequest {
        headers = guarded(headers);
        acceptedTypes = Collections.unmodifiableSet(new LinkedHashSet<>(acceptedTypes));
        if (userAgent != null && (userAgent.isBlank() || !isPlain(userAgent))) {
            throw new IllegalArgumentException("the user agent is empty or not plain ASCII");
        }
        if (!METHODS.contains(method)) {
            throw new IllegalArgumentException("method is none of GET, HEAD and POST: " + method);
        }
        if (maxBytes < 0 || maxRedirects < 0) {
            throw new IllegalArgumentException("a limit is negative");
        }
        for (var type : acceptedTypes) {
            if (!isMediaType(type)) {
                throw new IllegalArgumentException("not a media type in lower case: " + type);
            }
        }
    }

    public static FetchRequest get(URI url) {
        return of(url, "GET", Map.of(), null);
    }

    public static FetchRequest head(URI url) {
        return of(url, "HEAD", Map.of(), null);
    }

    public static FetchRequest post(URI url, String contentType, byte[] body) {
        return of(url, "POST", Map.of("content-type", contentType), Body.of(body));
    }

    private static FetchRequest of(URI url, String method, Map<String, String> headers, @Nullable Body body) {
        return new FetchRequest(url, method, headers, body, Long.MAX_VALUE, Integer.MAX_VALUE, Set.of(), null, null);
    }

    /** The value must be plain ASCII: encode what is not. */
    public FetchRequest header(String name, String value) {
        var changed = new TreeMap<>(headers);
        changed.put(name.toLowerCase(Locale.ROOT), value);
        return new FetchRequest(url, method, changed, body, maxBytes, maxRedirects, acceptedTypes, userAgent, proxy);
    }

    /** Asks for a body only if it is not the one with this entity tag; one that we could not send back is left out. */
    public FetchRequest ifNoneMatch(@Nullable String etag) {
        return headerIfUsable("if-none-match", etag);
    }

    /** Asks for a body only if it changed since; takes the server's own words, and leaves unusable ones out. */
    public FetchRequest ifModifiedSince(@Nullable String lastModified) {
        return headerIfUsable("if-modified-since", lastModified);
    }

    /** A good answer with another media type fails with {@code WRONG_TYPE}; one without any is taken. */
    public FetchRequest accept(String... types) {
        var accepted = new LinkedHashSet<>(List.of(types));
        return new FetchRequest(url, method, headers, body, maxBytes, maxRedirects, accepted, userAgent, proxy);
    }

    public FetchRequest maxBytes(long limit) {
        return new FetchRequest(url, method, headers, body, limit, maxRedirects, acceptedTypes, userAgent, proxy);
    }

    public FetchRequest maxRedirects(int limit) {
        return new FetchRequest(url, method, headers, body, maxBytes, limit, acceptedTypes, userAgent, proxy);
    }

    /** Calls itself by another name, in plain ASCII, for a server that lets only some programs in; it travels with redirects. */
    public FetchRequest userAgent(@Nullable String name) {
        return new FetchRequest(url, method, headers, body, maxBytes, maxRedirects, acceptedTypes, name, proxy);
    }

    /**
     * Asks through an HTTP proxy, to which every hop goes as a tunnel ({@code CONNECT}, RFC 9110 §9.3.6) to the very address
     * that was checked. A proxy that the settings do not allow fails the fetch.
     */
    public FetchRequest proxy(@Nullable URI address) {
        return new FetchRequest(url, method, headers, body, maxBytes, maxRedirects, acceptedTypes, userAgent, address);
    }

    public FetchRequest withoutRedirects() {
        return maxRedirects(0);
    }

    private FetchRequest headerIfUsable(String name, @Nullable String value) {
        return value == null || value.isBlank() || !isPlain(value) ? this : header(name, value);
    }

    private static Map<String, String> guarded(Map<String, String> headers) {
        headers.forEach((name, value) -> {
            if (!consistsOf(IN_NAMES, name) || OWN_HEADERS.contains(name)) {
                throw new IllegalArgumentException("not a header to be set, or not in lower case: " + name);
            }
            if (!isPlain(value)) {
                throw new IllegalArgumentException("the value of %s is not plain ASCII".formatted(name));
            }
        });
        return Map.copyOf(headers);
    }

    /** Whether all is printable ASCII. Sign by sign: a request is made anew with each word about it, and most polls ask only. */
    private static boolean isPlain(String value) {
        for (var i = 0; i < value.length(); i++) {
            if (value.charAt(i) < ' ' || value.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean isMediaType(String type) {
        var slash = type.indexOf('/');
        return slash > 0
                && consistsOf(IN_TYPES, type.substring(0, slash))
                && consistsOf(IN_TYPES, type.substring(slash + 1));
    }

    /** Whether there is something, and nothing in it but small letters, digits and these signs. */
    private static boolean consistsOf(String signs, String text) {
        for (var i = 0; i < text.length(); i++) {
            var sign = text.charAt(i);
            var usual = (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9');
            if (!usual && signs.indexOf(sign) < 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** Names no header value and no query: either may hold a secret. */
    @Override
    public String toString() {
        return "FetchRequest[%s %s]".formatted(method, url.getHost());
    }
}
