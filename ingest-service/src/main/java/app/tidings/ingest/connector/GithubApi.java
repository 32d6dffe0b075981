package app.tidings.ingest.connector;

import app.tidings.platform.fetch.FetchRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks GitHub, with the installation's token if there is one, as <a href="https://docs.github.com/en/rest">its REST API</a> wants it. */
@Component
class GithubApi {

    private final URI api;
    private final @Nullable String token;

    GithubApi(ApiSettings settings) {
        this.api = settings.github().api();
        var file = settings.github().tokenFile();
        try {
            this.token = file == null ? null : Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("tidings.ingest.github.token-file cannot be read: " + file, e);
        }
        if (token != null && !token.matches("[\\x21-\\x7e]+")) {
            throw new IllegalStateException("tidings.ingest.github.token-file holds no token: " + file);
        }
    }

    /** A request, such as for {@code /repos/a/b/releases}; the token goes to the API's own host alone. */
    FetchRequest get(Ask ask, String path, Map<String, String> query) {
        var request = ask.get(ApiRead.at(api, path, query)).header("x-github-api-version", "2022-11-28");
        return token == null ? request : request.header("authorization", "Bearer " + token);
    }
}
