package app.tidings.platform.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The header {@code Retry-After} of RFC 9110, section 10.2.3. Pure. */
public final class RetryAfter {

    private RetryAfter() {}

    /**
     * When it lets us come again; null where it says nothing that can be read.
     *
     * @param header seconds from now, or a date
     */
    public static @Nullable Instant at(@Nullable String header, Instant now) {
        if (header == null) {
            return null;
        }
        var text = header.strip();
        if (text.matches("[0-9]{1,10}")) {
            return now.plusSeconds(Long.parseLong(text));
        }
        try {
            return DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
        } catch (DateTimeException _) {
            return null;
        }
    }
}
