package app.tidings.curation.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.curation.PageServer;
import app.tidings.curation.enrich.GitHubClient.Asked;
import app.tidings.curation.enrich.GitHubClient.Place;
import app.tidings.curation.item.Page.Repository;
import app.tidings.platform.fetch.SafeFetcher;
import app.tidings.platform.fetch.TestSettings;
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
    private static final SafeFetcher FETCHER = new SafeFetcher(TestSettings.onLoopback());

    private static final Place PLACE = new Place(URI.create(GITHUB.url("/site/")), URI.create(GITHUB.url("/api/")));

    private final GitHubClient client = new GitHubClient(FETCHER, PLACE, null);

    @AfterAll
    static void close() {
        FETCHER.close();
    }

    @Test
    void readsWhatIsKnownOfARepository() {
        answer("/api/repos/ada/queue", """
                {"name": "queue", "owner": {"login": "ada"}, "stargazers_count": 12345, "archived": true,
                 "license": {"spdx_id": "MIT"}, "description": "A <b>fast</b> queue", "forks": 7}""");

        assertThat(client.at(page("ada/queue")))
                .contains(new Asked.Found(new Repository("ada", "queue", 12345, true, "MIT", "A fast queue")));
    }

    @Test
    void readsARepositoryThatSaysLittle() {
        answer("/api/repos/ada/bare", "{\"name\": \"bare\", \"owner\": {\"login\": \"ada\"}, \"stargazers_count\": 0}");

        assertThat(client.at(page("ada/bare")))
                .contains(new Asked.Found(new Repository("ada", "bare", 0, false, null, null)));
    }

    @Test
    void followsARenamedRepository() {
        GITHUB.on("/api/repos/ada/old", exchange -> {
            exchange.getResponseHeaders().set("Location", GITHUB.url("/api/repos/ada/new"));
            exchange.sendResponseHeaders(301, -1);
        });
        answer("/api/repos/ada/new", "{\"name\": \"new\", \"owner\": {\"login\": \"ada\"}, \"stargazers_count\": 1}");

        assertThat(client.at(page("ada/old")))
                .contains(new Asked.Found(new Repository("ada", "new", 1, false, null, null)));
    }

    @Test
    void tellsARepositoryThatIsGone() {
        assertThat(client.at(page("ada/gone"))).contains(new Asked.Nothing("repository-gone"));
    }

    @Test
    void doesWithoutAnAnswerThatIsRefused() {
        GITHUB.on("/api/repos/ada/limited", exchange -> exchange.sendResponseHeaders(403, -1));

        assertThat(client.at(page("ada/limited"))).contains(new Asked.Nothing("repository-unknown"));
    }

    @Test
    void asksAgainLaterWhenItAskedTooOften() {
        GITHUB.on("/api/repos/ada/often", exchange -> {
            exchange.getResponseHeaders().set("X-RateLimit-Remaining", "0");
            exchange.sendResponseHeaders(403, -1);
        });

        assertThat(client.at(page("ada/often"))).contains(new Asked.NotNow());
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void asksAgainLaterWhenItIsNotAnsweredForNow(int status) {
        GITHUB.on("/api/repos/ada/down", exchange -> exchange.sendResponseHeaders(status, -1));

        assertThat(client.at(page("ada/down"))).contains(new Asked.NotNow());
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
        answer("/api/repos/ada/odd", json);

        assertThat(client.at(page("ada/odd"))).contains(new Asked.Nothing("repository-unknown"));
    }

    @Test
    void showsItsTokenToNobodyElse(@TempDir Path directory) throws Exception {
        var token = Files.writeString(directory.resolve("token"), "secret-token\n");
        var shown = new AtomicReference<String>();
        var elsewhere = new PageServer();
        var shownElsewhere = new AtomicReference<>("nobody asked");
        var address = elsewhere.on("/repos/ada/private", exchange -> {
            shownElsewhere.set(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            exchange.sendResponseHeaders(404, -1);
        });
        GITHUB.on("/api/repos/ada/private", exchange -> {
            shown.set(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.getResponseHeaders().set("Location", address);
            exchange.sendResponseHeaders(302, -1);
        });

        var _ = new GitHubClient(FETCHER, PLACE, token).at(page("ada/private"));

        assertThat(shown).hasValue("Bearer secret-token");
        assertThat(shownElsewhere).hasValue("null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ada", "ada/queue/issues/1", "topics/java"})
    void asksForNothingButRepositories(String path) {
        assertThat(client.at(page(path))).isEmpty();
    }

    @Test
    void asksForNothingOfOtherSites() {
        assertThat(client.at(URI.create("https://github.com/ada/queue"))).isEmpty();
        assertThat(client.at(URI.create(GITHUB.url("/other/ada/queue")))).isEmpty();
    }

    private static URI page(String path) {
        return URI.create(GITHUB.url("/site/" + path));
    }

    private static void answer(String path, String json) {
        GITHUB.onBytes(path, "application/json; charset=utf-8", json.getBytes(UTF_8));
    }
}
