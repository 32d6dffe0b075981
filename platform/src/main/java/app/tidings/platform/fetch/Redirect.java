package app.tidings.platform.fetch;

import app.tidings.platform.address.HttpUrl;
import app.tidings.platform.address.HttpUrl.Parsed.Good;
import app.tidings.platform.fetch.Exchange.Hop;
import app.tidings.platform.fetch.Fetched.Answer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a redirect asks for. From https to http is followed, since many sites do it and every check is made anew; what must
 * not leak does not travel: to another scheme, host or port go only the headers that say what kind of answer is wanted.
 */
final class Redirect {

    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> PERMANENT = Set.of(301, 308);
    private static final Set<Integer> KEEPING_THE_METHOD = Set.of(307, 308);
    private static final Set<String> HARMLESS =
            Set.of("accept-language", "content-type", "if-none-match", "if-modified-since");

    private Redirect() {}

    static boolean is(int status) {
        return STATUSES.contains(status);
    }

    /**
     * Whether such a request is made again elsewhere. A POST is so only where the redirect keeps it one (RFC 9110 §15.4.8,
     * §15.4.9): as a GET it would be another request, whose good answer says nothing of what was posted.
     */
    static boolean is(int status, String method) {
        return is(status) && (!method.equals("POST") || KEEPING_THE_METHOD.contains(status));
    }

    /** The next hop; empty if the answer names no place that could be asked. */
    static Optional<Hop> next(Hop hop, Answer answer) {
        var location = answer.header("location");
        if (location == null || !(hop.target().resolve(asSent(location)) instanceof Good(var url))) {
            return Optional.empty();
        }
        var target = url.withoutFragment();
        return Optional.of(new Hop(
                target,
                onward(hop, target),
                and(hop.trail(), hop.target().uri()),
                movedTo(hop, answer.status(), target),
                hop.room()));
    }

    /** Only as long as every redirect was permanent: what follows a passing one says nothing for good. */
    private static @Nullable URI movedTo(Hop hop, int status, HttpUrl target) {
        var stillMoving = hop.trail().isEmpty() || hop.target().uri().equals(hop.movedTo());
        return stillMoving && PERMANENT.contains(status) ? target.uri() : hop.movedTo();
    }

    /** A header arrives as one character for each byte; those beyond ASCII are meant as the bytes they were. */
    private static String asSent(String location) {
        var ascii = new StringBuilder();
        location.strip().chars().forEach(c -> ascii.append(c < 0x80 ? Character.toString(c) : "%%%02X".formatted(c)));
        return ascii.toString();
    }

    private static FetchRequest onward(Hop hop, HttpUrl target) {
        var request = hop.request();
        return new FetchRequest(
                target.uri(),
                request.method(),
                headers(request.headers(), hop.target().hasSameOrigin(target)),
                request.body(),
                request.maxBytes(),
                request.maxRedirects(),
                request.acceptedTypes(),
                request.userAgent(),
                request.proxy());
    }

    private static Map<String, String> headers(Map<String, String> headers, boolean sameOrigin) {
        var onward = new TreeMap<>(headers);
        if (!sameOrigin) {
            onward.keySet().retainAll(HARMLESS);
        }
        return onward;
    }

    private static List<URI> and(List<URI> trail, URI asked) {
        var longer = new ArrayList<>(trail);
        longer.add(asked);
        return List.copyOf(longer);
    }
}
