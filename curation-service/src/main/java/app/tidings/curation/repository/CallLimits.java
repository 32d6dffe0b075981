package app.tidings.curation.repository;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.platform.fetch.Fetched.Answer;
import app.tidings.platform.time.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Until when hosts take no calls from us. They say it in {@code Retry-After} (RFC 9110 §10.2.3) or in the headers that GitHub
 * ("Rate limits for the REST API") and GitLab ("Rate limits") have for it; where they refuse and say nothing, a minute is
 * waited, as GitHub wants it. Each replica hears it for itself.
 */
final class CallLimits {

    private static final Duration LEAST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(24);
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY_REQUESTS = 429;

    /** Numbers above are instants in seconds since 1970, those below count from now. */
    private static final long INSTANTS_FROM = 1_000_000_000;

    private final Map<String, Instant> waits = new ConcurrentHashMap<>();

    /** Until when a host is not to be asked; empty when it may be. */
    Optional<Instant> until(String host, Instant now) {
        return Optional.ofNullable(waits.get(host)).filter(now::isBefore);
    }

    /** Notes what a host says of its limits; tells until when it wants no calls if it refused this one for that. */
    Optional<Instant> heard(String host, Answer answer, Instant now) {
        var refused = isRefusal(answer);
        var until = until(answer, refused, now);
        if (until == null) {
            return Optional.empty();
        }
        var bounded =
                Stream.of(until, now.plus(LONGEST_WAIT)).min(Instant::compareTo).orElseThrow();
        waits.put(host, bounded);
        return refused ? Optional.of(bounded) : Optional.empty();
    }

    private static boolean isRefusal(Answer answer) {
        return answer.status() == TOO_MANY_REQUESTS
                || (answer.status() == FORBIDDEN
                        && (answer.header("retry-after") != null
                                || isUsedUp(answer)
                                || new String(answer.body().bytes(), UTF_8).contains("rate limit")));
    }

    private static boolean isUsedUp(Answer answer) {
        return "0".equals(first(answer, "x-ratelimit-remaining", "ratelimit-remaining"));
    }

    private static @Nullable Instant until(Answer answer, boolean refused, Instant now) {
        var after = refused ? instant(answer.header("retry-after"), now) : null;
        if (after != null) {
            return after;
        }
        var reset = isUsedUp(answer) ? instant(first(answer, "x-ratelimit-reset", "ratelimit-reset"), now) : null;
        return reset == null && refused ? now.plus(LEAST_WAIT) : reset;
    }

    private static @Nullable String first(Answer answer, String one, String other) {
        var said = answer.header(one);
        return said == null ? answer.header(other) : said;
    }

    /** Some say the second since 1970. */
    private static @Nullable Instant instant(@Nullable String said, Instant now) {
        var epoch = said != null && said.matches("[0-9]{9,12}") && Long.parseLong(said) >= INSTANTS_FROM;
        return epoch ? Instant.ofEpochSecond(Long.parseLong(said)) : RetryAfter.at(said, now);
    }
}
