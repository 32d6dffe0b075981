package app.tidings.ingest.connector;

import app.tidings.platform.fetch.Fetched.Answer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * What the other side says about when and where to come again.
 *
 * @param notBefore the earliest time for the next poll
 */
public record Hints(@Nullable Instant notBefore) {

    /** It says nothing. */
    public static final Hints NONE = new Hints(null);

    /** What the headers of an answer say: {@code Retry-After} (RFC 9110 §10.2.3). */
    public static Hints of(Answer answer, Instant now) {
        return new Hints(retryAfter(answer.header("retry-after"), now));
    }

    /** When a {@code Retry-After} header lets us come again; null where it says nothing that can be read. */
    static @Nullable Instant retryAfter(@Nullable String header, Instant now) {
        if (header == null) {
            return null;
        }
        var text = header.strip();
        if (text.matches("\\d{1,10}")) {
            return now.plusSeconds(Long.parseLong(text));
        }
        try {
            return DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
