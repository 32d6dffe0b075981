package app.tidings.platform.fetch;

import java.net.URI;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a fetch came to. Whatever the other side does, it is one of these and never an exception. */
public sealed interface Fetched {

    /** Why there is no answer. */
    enum Reason {
        /** The address, or one of those that the name leads to, is not public, or its port is not allowed. */
        FORBIDDEN_ADDRESS,
        BAD_URL,
        UNKNOWN_HOST,
        UNREACHABLE,
        TLS,
        TIMEOUT,
        TOO_SLOW,
        TOO_LARGE,
        TOO_MANY_REDIRECTS,
        BAD_REDIRECT,
        WRONG_TYPE,
        PROTOCOL
    }

    /** Whether it is a fault that passes by itself, of the net or of the server: asked again later, it may be another one. */
    boolean mayPass();

    /** What it came to, as a short word: {@code http-404}, {@code timeout}. */
    String word();

    /**
     * The server answered, be it with 200, 304 or 500.
     *
     * @param finalUrl the address that answered in the end
     * @param redirects the addresses that were asked before it, in order
     * @param movedTo where the redirects led as far as all were permanent (301 and 308, RFC 9110 §15.4); null where the first
     *     was not, or none came
     * @param headers lower-case name to value; repeated ones joined with a comma
     * @param body empty for a redirect that was not followed
     * @param mediaType such as {@code text/html}, in lower case; null if the server named none
     * @param charset null if the server named none that this machine knows
     */
    record Answer(
            int status,
            URI finalUrl,
            List<URI> redirects,
            @Nullable URI movedTo,
            Map<String, String> headers,
            Body body,
            @Nullable String mediaType,
            @Nullable Charset charset)
            implements Fetched {

        private static final int TOO_MANY_REQUESTS = 429;
        private static final int SERVER_ERROR = 500;

        public Answer {
            redirects = List.copyOf(redirects);
            headers = Map.copyOf(headers);
        }

        /** The header's value, whatever the case of the name; null if it was not sent. */
        public @Nullable String header(String name) {
            return headers.get(name.toLowerCase(Locale.ROOT));
        }

        public boolean isOk() {
            return status >= 200 && status < 300;
        }

        public boolean isNotModified() {
            return status == 304;
        }

        @Override
        public boolean mayPass() {
            return status == TOO_MANY_REQUESTS || status >= SERVER_ERROR;
        }

        @Override
        public String word() {
            return "http-" + status;
        }
    }

    /**
     * There is no answer.
     *
     * @param detail one sentence in our own words, safe to show and to log: nothing of the other side's text is in it
     */
    record Failed(Reason reason, String detail) implements Fetched {

        private static final Set<Reason> PASSING = Set.of(Reason.TIMEOUT, Reason.UNKNOWN_HOST, Reason.UNREACHABLE);

        @Override
        public boolean mayPass() {
            return PASSING.contains(reason);
        }

        @Override
        public String word() {
            return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
