package app.tidings.ingest.connector;

import app.tidings.platform.token.SecretFile;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks GitHub, with the installation's token if there is one, as <a href="https://docs.github.com/en/rest">its REST API</a> wants it.
 * Its limits count for the whole installation, so a source is not read while another one was told to wait: whoever goes on is
 * banned (docs.github.com, "Rate limits for the REST API", "Exceeding the rate limit").
 */
@Component
class GithubApi {

    private static final Duration LEAST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(24);
    private static final String TOKEN_FILE = "tidings.ingest.github.token-file";

    private final URI api;
    private final @Nullable String token;
    private final Map<String, Instant> waits = new ConcurrentHashMap<>();

    GithubApi(ApiSettings settings) {
        this.api = settings.github().api();
        this.token = SecretFile.read(settings.github().tokenFile(), TOKEN_FILE);
    }

    /** Reads a list, such as {@code /repos/a/b/releases}. */
    Reading list(Ask ask, String path, Map<String, String> query, ApiRead.Items items) {
        var resource = path.startsWith("/search/") ? "search" : "core"; // each has a limit of its own
        var wait = waits.get(resource);
        if (wait != null && wait.isAfter(ask.now())) {
            return refusal(
                    "GitHub has had enough calls from us for now; we wait as it says", Hints.NONE.notBefore(wait));
        }
        var reading = ask(ask, path, query, items);
        var until = reading.hints().notBefore();
        if (until != null) {
            var latest = ask.now().plus(LONGEST_WAIT);
            waits.put(resource, until.isAfter(latest) ? latest : until);
        }
        return reading;
    }

    private Reading ask(Ask ask, String path, Map<String, String> query, ApiRead.Items items) {
        var request = ask.get(ApiRead.at(api, path, query))
                .accept("application/vnd.github+json", "application/json", "*/*")
                .header("x-github-api-version", "2022-11-28");
        // the token goes to the API's own host alone
        var signed = token == null ? request : request.header("authorization", "Bearer " + token);
        var reading = ApiRead.list(signed, ask, items);
        return reading instanceof Reading.Failed failed ? explained(failed, ask.now()) : reading;
    }

    private Reading explained(Reading.Failed failed, Instant now) {
        var hints = failed.hints();
        return switch (failed.reason()) {
            case "http-401" ->
                new Reading.Failed(
                        Reading.Failed.BAD_CREDENTIALS,
                        "GitHub does not take this installation's token (%s)".formatted(TOKEN_FILE),
                        hints);
            case Reading.Failed.RATE_LIMIT, "http-429" ->
                refusal(failed.detail(), hints.notBefore() == null ? hints.notBefore(now.plus(LEAST_WAIT)) : hints);
            default -> failed;
        };
    }

    private Reading refusal(String detail, Hints hints) {
        var more = token == null ? "; with a token it allows more (%s)".formatted(TOKEN_FILE) : "";
        return new Reading.Failed(Reading.Failed.RATE_LIMIT, detail + more, hints);
    }
}
