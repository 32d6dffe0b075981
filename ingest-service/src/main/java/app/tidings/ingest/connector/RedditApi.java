package app.tidings.ingest.connector;

import static java.nio.charset.StandardCharsets.US_ASCII;

import app.tidings.platform.fetch.FetchRequest;
import app.tidings.platform.fetch.Fetched;
import app.tidings.platform.fetch.Fetched.Answer;
import app.tidings.platform.token.SecretFile;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks Reddit as an app that is registered there: <a href="https://github.com/reddit-archive/reddit/wiki/OAuth2">OAuth2,
 * "Application Only OAuth"</a>. A token is kept until a minute before it runs out.
 */
@Component
class RedditApi {

    private static final String CLIENT_ID = "tidings.ingest.reddit.client-id";
    private static final String SECRET_FILE = "tidings.ingest.reddit.secret-file";
    private static final Duration AHEAD = Duration.ofMinutes(1);

    private final URI tokens;
    private final ApiSettings.Reddit settings;
    private final @Nullable String secret;
    private Grant.@Nullable Token token;

    RedditApi(ApiSettings settings) {
        this.tokens = ApiRead.at(settings.apis().reddit(), "/api/v1/access_token", Map.of());
        this.settings = settings.reddit();
        this.secret = SecretFile.read(this.settings.secretFile(), SECRET_FILE);
    }

    /** What asking for a token came to. */
    private sealed interface Grant {

        record Token(String value, Instant until) implements Grant {}

        record None(Reading.Failed why) implements Grant {}
    }

    /** What must be set before Reddit can be asked; null where nothing is missing. */
    @Nullable
    String lacking() {
        return settings.clientId() == null || secret == null
                ? "Reddit answers only apps that are registered with it: %s and %s are not set"
                        .formatted(CLIENT_ID, SECRET_FILE)
                : null;
    }

    /** Reads a list, such as {@code /r/python/hot}. */
    Reading list(Ask ask, String path, Map<String, String> query, ApiRead.Items items) {
        return switch (grant(ask)) {
            case Grant.None(var why) -> why;
            case Grant.Token(var value, var _) -> {
                var request =
                        ask.get(ApiRead.at(settings.api(), path, query)).header("authorization", "Bearer " + value);
                var reading = ApiRead.list(named(request), ask, items);
                if (reading instanceof Reading.Failed failed && failed.reason().equals("http-401")) {
                    forget(value);
                }
                yield reading;
            }
        };
    }

    private FetchRequest named(FetchRequest request) {
        return settings.userAgent() == null ? request : request.userAgent(settings.userAgent());
    }

    private synchronized void forget(String value) {
        token = token != null && token.value().equals(value) ? null : token;
    }

    private synchronized Grant grant(Ask ask) {
        if (token != null && token.until().isAfter(ask.now())) {
            return token;
        }
        var app = settings.clientId() + ":" + Objects.requireNonNull(secret);
        var form = "grant_type=client_credentials".getBytes(US_ASCII);
        var request = FetchRequest.post(tokens, "application/x-www-form-urlencoded", form)
                .accept("application/json", "*/*")
                .header("authorization", "Basic " + Base64.getEncoder().encodeToString(app.getBytes(US_ASCII)));
        var grant = grant(ask.fetch(named(request)), ask.now());
        token = grant instanceof Grant.Token fresh ? fresh : null;
        return grant;
    }

    private static Grant grant(Fetched fetched, Instant now) {
        return switch (fetched) {
            case Fetched.Failed failure -> new Grant.None(Reading.Failed.of(failure));
            case Answer refusal when refusal.status() == 401 -> none(Reading.Failed.BAD_CREDENTIALS, refusal, now);
            case Answer refusal when !refusal.isOk() -> new Grant.None(Reading.Failed.of(refusal, now));
            case Answer answer -> token(answer, now);
        };
    }

    private static Grant token(Answer answer, Instant now) {
        var root = ApiRead.parse(answer);
        var value = root == null ? null : ApiEntry.text(root, "/access_token");
        return root == null || value == null || !value.matches("[\\x21-\\x7e]+")
                ? none("unexpected-content", answer, now)
                : new Grant.Token(
                        value,
                        now.plusSeconds(root.path("expires_in").asLong(0)).minus(AHEAD));
    }

    private static Grant none(String reason, Answer answer, Instant now) {
        var detail = "Reddit gives this installation's app no token (%s, %s)".formatted(CLIENT_ID, SECRET_FILE);
        return new Grant.None(new Reading.Failed(reason, detail, Hints.of(answer, now)));
    }
}
