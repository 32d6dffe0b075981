package app.tidings.ingest.connector;

import app.tidings.platform.address.HttpUrl;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks of what people write into the settings of a source. */
final class Wording {

    /** Names of accounts, packages, topics and the like. */
    static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

    /** Free text for a search. */
    static final Pattern QUERY = Pattern.compile("[^\\p{Cc}]{1,200}");

    private Wording() {}

    /** Why a text that must be there is unfit; null where it is not. */
    static @Nullable String needed(String field, @Nullable String text, Pattern pattern) {
        return text == null || text.isBlank() ? field + " is missing" : optional(field, text, pattern);
    }

    /** Why a text that may be there is unfit; null where it is not. */
    static @Nullable String optional(String field, @Nullable String text, Pattern pattern) {
        return text == null || pattern.matcher(text).matches()
                ? null
                : field + " is too long or holds a character that has no place there";
    }

    /** Why a text that must be there is unfit, with the form that is wanted; null where it is not. */
    static @Nullable String needed(String field, @Nullable String text, Pattern pattern, String form) {
        return text == null || text.isBlank()
                ? "%s is missing; it is %s".formatted(field, form)
                : optional(field, text, pattern, form);
    }

    /** Why a text that may be there is unfit, with the form that is wanted; null where it is not. */
    static @Nullable String optional(String field, @Nullable String text, Pattern pattern, String form) {
        return text == null || pattern.matcher(text).matches() ? null : "%s is not %s".formatted(field, form);
    }

    /** Why a number that may be there is unfit; null where it is not. */
    static @Nullable String count(String field, @Nullable Integer number) {
        return number != null && number < 0 ? field + " is negative" : null;
    }

    /** Why a text is none of a few words; null where it is. */
    static @Nullable String oneOf(String field, @Nullable String text, List<String> words) {
        return text == null || words.contains(text) ? null : field + " is none of " + String.join(", ", words);
    }

    /** Why an address cannot be fetched; null where it can. */
    static @Nullable String address(String field, @Nullable URI address) {
        if (address == null) {
            return field + " is missing";
        }
        return HttpUrl.parse(address.toString()) instanceof HttpUrl.Parsed.Bad(var reason)
                ? field + " is not an address that can be fetched: " + reason
                : null;
    }

    /** The first of some faults; null where all are null. */
    static @Nullable String first(@Nullable String... faults) {
        for (var fault : faults) {
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    /** The text in lower case without space around it; null where it is blank. */
    static @Nullable String lower(@Nullable String text) {
        var stripped = stripped(text);
        return stripped == null ? null : stripped.toLowerCase(Locale.ROOT);
    }

    /** The text without space around it; null where it is blank. */
    static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** What tells one source of a kind from another, in one line. */
    static String key(String kind, @Nullable Object... parts) {
        var key = new StringBuilder(kind).append(':');
        for (var part : parts) {
            // lengths first, so that no two lists of parts give the same line
            var text = part == null ? "" : part.toString();
            key.append(text.length()).append('-').append(text);
        }
        return key.toString();
    }

    /** The host of an address as the fetcher reads it; empty where it has none. */
    static String host(@Nullable URI address) {
        var url = url(address);
        return url == null ? "" : url.host().name();
    }

    /** Host and port of an address, the port unless it is the scheme's own; empty where it has none. */
    static String authority(@Nullable URI address) {
        var url = url(address);
        return url == null ? "" : url.authority();
    }

    private static @Nullable HttpUrl url(@Nullable URI address) {
        return address != null && HttpUrl.parse(address.toString()) instanceof HttpUrl.Parsed.Good(var url)
                ? url
                : null;
    }
}
