package app.tidings.platform.limit;

import java.util.Collections;
import java.util.Enumeration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from, as the server saw it.
 *
 * @param remote where the connection comes from
 * @param forwardedFor what {@code X-Forwarded-For} says; null where there is none
 */
public record Origin(String remote, @Nullable String forwardedFor) {

    /**
     * Reads it from a request. A proxy adds what it saw as a line of its own, or to the last one; the others are whatever the
     * client sent.
     *
     * @param headers gives every line of a header
     */
    public static Origin of(String remote, Function<String, Enumeration<String>> headers) {
        var lines = Collections.list(headers.apply("X-Forwarded-For"));
        return new Origin(remote, lines.isEmpty() ? null : String.join(",", lines));
    }
}
