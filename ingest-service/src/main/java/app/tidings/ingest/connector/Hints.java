package app.tidings.ingest.connector;

import app.tidings.platform.fetch.Fetched.Answer;
import app.tidings.platform.time.RetryAfter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the other side says about when and where to come again, or to be told.
 *
 * @param notBefore the earliest time for the next poll, by {@code Retry-After} (RFC 9110 §10.2.3) or a limit of calls that is used up
 * @param freshFor how long the answer stays as it is, by {@code Cache-Control} (RFC 9111 §5.2.2.1) less its {@code Age}
 * @param schedule what the content says of itself; null where it was not read again, so that the last one holds
 * @param movedTo the address where it is found from now on; null for the one that was asked
 * @param hub where its changes are told; null where it was not read again, or names no hub
 */
public record Hints(
        @Nullable Instant notBefore,
        @Nullable Duration freshFor,
        @Nullable Schedule schedule,
        @Nullable URI movedTo,
        @Nullable HubLinks hub) {

    /** It says nothing. */
    public static final Hints NONE = new Hints(null, null, null, null, null);

    private static final Pattern MAX_AGE = Pattern.compile("(?i)(?:^|[\\s,])max-age\\s*=\\s*\"?(\\d{1,9})");
    private static final Pattern NOT_KEPT = Pattern.compile("(?i)(?:^|[\\s,])(?:no-cache|no-store)(?:$|[\\s,=])");

    /** What the headers of an answer say. */
    public static Hints of(Answer answer, Instant now) {
        return new Hints(
                later(RetryAfter.at(answer.header("retry-after"), now), reset(answer, now)),
                freshFor(answer.header("cache-control"), answer.header("age")),
                null,
                answer.movedTo(),
                null);
    }

    /** V2EX writes the names of the headers in its own way. */
    private static @Nullable Instant reset(Answer answer, Instant now) {
        return later(
                reset(answer.header("x-ratelimit-remaining"), answer.header("x-ratelimit-reset"), now),
                reset(answer.header("x-rate-limit-remaining"), answer.header("x-rate-limit-reset"), now));
    }

    /** The same, but no poll before then. */
    Hints notBefore(Instant earliest) {
        return new Hints(later(notBefore, earliest), freshFor, schedule, movedTo, hub);
    }

    /** The same, with what the content says. */
    public Hints with(Schedule said) {
        return new Hints(notBefore, freshFor, said, movedTo, hub);
    }

    /** The same, with where changes are told. */
    public Hints toldBy(@Nullable HubLinks named) {
        return new Hints(notBefore, freshFor, schedule, movedTo, named);
    }

    /**
     * When an API lets us come again that counts calls and has none left for us; null where it has, or does not say. GitHub and
     * V2EX name the second since 1970, Reddit how many seconds, Mastodon a time by ISO 8601.
     */
    static @Nullable Instant reset(@Nullable String remaining, @Nullable String reset, Instant now) {
        if (remaining == null || reset == null || !remaining.strip().matches("0(?:\\.0*)?")) {
            return null;
        }
        var seconds = reset.strip().matches("\\d{1,8}(?:\\.\\d{1,9})?");
        return seconds ? now.plusSeconds((long) Double.parseDouble(reset.strip())) : ApiEntry.time(reset);
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    /** How long an answer with these headers is fresh; null where they say nothing of it, or that it is not. */
    static @Nullable Duration freshFor(@Nullable String cacheControl, @Nullable String age) {
        if (cacheControl == null || NOT_KEPT.matcher(cacheControl).find()) {
            return null;
        }
        var maxAge = MAX_AGE.matcher(cacheControl);
        if (!maxAge.find()) {
            return null;
        }
        var old = age != null && age.strip().matches("\\d{1,9}") ? Long.parseLong(age.strip()) : 0;
        var left = Duration.ofSeconds(Long.parseLong(maxAge.group(1)) - old);
        return left.isPositive() ? left : null;
    }
}
