package app.tidings.ingest.connector;

import app.tidings.platform.fetch.FetchRequest;
import java.net.URI;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a source is asked, where it wants more than others. Cookies and such headers as hold a secret are never shown again,
 * not even to whoever set them, and go to the source's own host alone.
 *
 * @param headers lower-case name to value
 * @param cookie value of the {@code Cookie} header
 * @param userAgent instead of the installation's own
 * @param proxy address of a proxy that the installation allows
 */
public record RequestSettings(
        Map<String, String> headers,
        @Nullable String cookie,
        @Nullable String userAgent,
        @Nullable URI proxy) {

    /** Nothing out of the usual. */
    public static final RequestSettings NONE = new RequestSettings(Map.of(), null, null, null);

    /** What is shown in the place of a secret; sent back, it leaves the secret as it is. */
    public static final String SET = "set";

    private static final int MAX_HEADERS = 20;
    private static final int MAX_VALUE = 4_000;
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,100}");
    private static final Pattern SECRET =
            Pattern.compile("(?i).*(auth|cookie|token|secret|key|password|session|signature).*");

    public RequestSettings {
        var ordered = new TreeMap<String, String>();
        if (headers != null) {
            headers.forEach((name, value) -> ordered.put(name.toLowerCase(Locale.ROOT), value == null ? "" : value));
        }
        headers = Collections.unmodifiableMap(ordered);
        cookie = blankToNull(cookie);
        userAgent = blankToNull(userAgent);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Whether it holds anything that another host must not see. */
    public boolean hasSecrets() {
        return cookie != null || headers.keySet().stream().anyMatch(RequestSettings::isSecret);
    }

    private static boolean isSecret(String header) {
        return SECRET.matcher(header).matches();
    }

    /** The same, to be shown: a word stands for each secret. */
    public RequestSettings shown() {
        var shown = headers.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> isSecret(each.getKey()) ? SET : each.getValue()));
        return new RequestSettings(shown, cookie == null ? null : SET, userAgent, proxy);
    }

    /** What was shown and is sent back, with the secrets that stand. */
    public RequestSettings withSecretsOf(RequestSettings standing) {
        var filled = headers.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> isPlaceholder(each)
                                ? standing.headers.getOrDefault(each.getKey(), SET)
                                : each.getValue()));
        return new RequestSettings(
                filled, SET.equals(cookie) && standing.cookie != null ? standing.cookie : cookie, userAgent, proxy);
    }

    /** The request, asked as these settings say. */
    FetchRequest on(FetchRequest request) {
        var changed = request.userAgent(userAgent).proxy(proxy);
        for (var header : headers.entrySet()) {
            changed = changed.header(header.getKey(), header.getValue());
        }
        return cookie == null ? changed : changed.header("cookie", cookie);
    }

    /** What is wrong with it, in words that say what to change and repeat no value; null where nothing is. */
    public @Nullable String fault() {
        if (headers.size() > MAX_HEADERS) {
            return "request.headers holds more than %d headers".formatted(MAX_HEADERS);
        }
        for (var header : headers.entrySet()) {
            if (!NAME.matcher(header.getKey()).matches()) {
                return "a name in request.headers is not of lower-case letters, digits and hyphens";
            }
            if (header.getKey().equals("cookie")) {
                return "the cookie goes into request.cookie, not into request.headers";
            }
            if (isUnfit(header.getValue())) {
                return "the value of request.headers.%s is empty, longer than %d characters or not plain ASCII"
                        .formatted(header.getKey(), MAX_VALUE);
            }
        }
        if (SET.equals(cookie) || headers.entrySet().stream().anyMatch(RequestSettings::isPlaceholder)) {
            return "\"set\" stands for a secret that is kept, but there is none to keep; with another host, give it anew";
        }
        if (isUnfit(cookie) || isUnfit(userAgent)) {
            return "%s is longer than %d characters or not plain ASCII"
                    .formatted(isUnfit(cookie) ? "request.cookie" : "request.userAgent", MAX_VALUE);
        }
        return refusedHeader();
    }

    private static boolean isPlaceholder(Map.Entry<String, String> header) {
        return isSecret(header.getKey()) && header.getValue().equals(SET);
    }

    private static boolean isUnfit(@Nullable String value) {
        return value != null
                && (value.isBlank()
                        || value.length() > MAX_VALUE
                        || !value.chars().allMatch(c -> c >= 0x20 && c < 0x7f));
    }

    private @Nullable String refusedHeader() {
        try {
            on(FetchRequest.get(URI.create("https://a.example/")));
            return null;
        } catch (IllegalArgumentException e) {
            return "request.headers names one that is not for people to set, such as host, accept or user-agent";
        }
    }

    /** Names no value: any may be a secret. */
    @Override
    public String toString() {
        return "RequestSettings[%d headers]".formatted(headers.size());
    }
}
