package app.tidings.curation.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.curation.PageServer;
import app.tidings.curation.enrich.GitHubClient.Asked;
import app.tidings.curation.item.Page.Repository;
import app.tidings.platform.fetch.FetchSettings;
import app.tidings.platform.fetch.SafeFetcher;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitHubClientTest {

    private static final PageServer GITHUB = new PageServer();
    private static final SafeFetcher FETCHER =
            new SafeFetcher(FetchSettings.defaults().allowingPrivate("127.0.0.0/8"));

    private final GitHubClient client = new GitHubClient(FETCHER, URI.create(GITHUB.url("/")), null);

    @AfterAll
    static void close() {
        FETCHER.close();
    }

    @Test
    void readsWhatIsKnownOfARepository() {
        answer("/repos/ada/queue", """
                {"name": "queue", "owner": {"login": "ada"}, "stargazers_count": 12345, "archived": true,
                 "license": {"spdx_id": "MIT"}, "description": "A <b>fast</b> queue", "forks": 7}""");

        assertThat(client.repository(new RepositoryAddress("ada", "queue")))
                .isEqualTo(new Asked.Found(new Repository("ada", "queue", 12345, true, "MIT", "A fast queue")));
    }

    @Test
    void readsARepositoryThatSaysLittle() {
        answer("/repos/ada/bare", "{\"name\": \"bare\", \"owner\": {\"login\": \"ada\"}, \"stargazers_count\": 0}");

        assertThat(client.repository(new RepositoryAddress("ada", "bare")))
                .isEqualTo(new Asked.Found(new Repository("ada", "bare", 0, false, null, null)));
    }

    @Test
    void followsARenamedRepository() {
        GITHUB.on("/repos/ada/old", exchange -> {
            exchange.getResponseHeaders().set("Location", GITHUB.url("/repos/ada/new"));
            exchange.sendResponseHeaders(301, -1);
        });
        answer("/repos/ada/new", "{\"name\": \"new\", \"owner\": {\"login\": \"ada\"}, \"stargazers_count\": 1}");

        assertThat(client.repository(new RepositoryAddress("ada", "old")))
                .isInstanceOfSatisfying(
                        Asked.Found.class,
                        found -> assertThat(found.repository().name()).isEqualTo("new"));
    }

    @Test
    void tellsARepositoryThatIsGone() {
        assertThat(client.repository(new RepositoryAddress("ada", "gone")))
                .isEqualTo(new Asked.Nothing("repository-gone"));
    }

    @Test
    void doesWithoutAnAnswerThatIsRefused() {
        GITHUB.on("/repos/ada/limited", exchange -> exchange.sendResponseHeaders(403, -1));

        assertThat(client.repository(new RepositoryAddress("ada", "limited")))
                .isEqualTo(new Asked.Nothing("repository-unknown"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"name\": 7}",
                "{\"name\": \"a\", \"owner\": {\"login\": \"b\"}, \"stargazers_count\": \"many\"}"
            })
    void doesWithoutAnAnswerThatIsNone(String json) {
        answer("/repos/ada/odd", json);

        assertThat(client.repository(new RepositoryAddress("ada", "odd")))
                .isEqualTo(new Asked.Nothing("repository-unknown"));
    }

    @Test
    void showsItsTokenToNobodyElse(@TempDir Path directory) throws Exception {
        var token = Files.writeString(directory.resolve("token"), "secret-token\n");
        var shown = new AtomicReference<String>();
        GITHUB.on("/repos/ada/private", exchange -> {
            shown.set(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(404, -1);
        });

        new GitHubClient(FETCHER, URI.create(GITHUB.url("")), token)
                .repository(new RepositoryAddress("ada", "private"));

        assertThat(shown).hasValue("Bearer secret-token");
    }

    private static void answer(String path, String json) {
        GITHUB.onBytes(path, "application/json; charset=utf-8", json.getBytes(UTF_8));
    }
}
