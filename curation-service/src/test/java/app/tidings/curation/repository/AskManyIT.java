package app.tidings.curation.repository;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.curation.item.Page.Repository;
import app.tidings.curation.repository.Asked.Found;
import app.tidings.curation.repository.Asked.NotNow;
import app.tidings.curation.repository.Asked.Nothing;
import app.tidings.curation.repository.HostStandIn.Call;
import app.tidings.curation.repository.RepositoryClient.Target;
import app.tidings.curation.repository.host.GitHub;
import app.tidings.curation.repository.host.GitLab;
import app.tidings.curation.repository.host.RepositoryHost;
import app.tidings.platform.fetch.SafeFetcher;
import app.tidings.platform.fetch.TestSettings;
import app.tidings.platform.testing.TestStore;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class AskManyIT {

    private static final SafeFetcher FETCHER = new SafeFetcher(TestSettings.onLoopback());
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String TOGETHER = "/api/graphql";

    private final HostStandIn web = new HostStandIn();
    private final RepositoryAnswers answers = new RepositoryAnswers(TestStore.freshDatabase());

    @AfterAll
    static void close() {
        FETCHER.close();
    }

    @Test
    void asksGitHubForAHundredAtOnceIfThereIsAToken() {
        var names = IntStream.range(0, 101).mapToObj(i -> "queue-" + i).toList();
        web.onTogether(
                TOGETHER,
                "Bearer secret",
                names.stream().collect(Collectors.toMap("ada/"::concat, name -> aRepository("ada/" + name, 7))));

        var asked = ask(github("secret"), names);

        assertThat(asked)
                .hasSize(101)
                .allSatisfy((name, answer) -> assertThat(answer)
                        .isInstanceOfSatisfying(
                                Found.class,
                                found -> assertThat(found.repository().name()).isEqualTo(name)));
        assertThat(web.askedFor(TOGETHER)).isEqualTo(2);
    }

    @Test
    void readsWhatIsSaidOfEach() {
        web.onTogether(TOGETHER, "Bearer secret", Map.of("ada/queue", """
                {"nameWithOwner": "ada/fast-queue", "stargazerCount": 12345, "isArchived": true, "description": "A queue",
                 "pushedAt": "2026-11-20T08:00:00Z", "mirrorUrl": null, "parent": {"nameWithOwner": "lin/queue"},
                 "licenseInfo": {"spdxId": "MIT"}, "repositoryTopics": {"nodes": [{"topic": {"name": "kafka"}}]}}"""));

        var asked = ask(github("secret"), List.of("queue", "gone"));

        assertThat(asked.get("gone")).isEqualTo(new Nothing(Asked.GONE));
        assertThat(asked.get("queue")).isInstanceOfSatisfying(Found.class, found -> {
            assertThat(found.flags()).containsExactly(Asked.ARCHIVED, Asked.RENAMED);
            assertThat(found.repository())
                    .isEqualTo(new Repository(
                            "ada",
                            "fast-queue",
                            12345,
                            true,
                            "MIT",
                            "A queue",
                            "127.0.0.1",
                            List.of("kafka"),
                            Instant.parse("2026-11-20T08:00:00Z"),
                            "lin/queue",
                            NOW));
        });
    }

    @Test
    void asksOneByOneWithoutAToken() {
        Stream.of("one", "two").forEach(name -> web.on(Call.anonymous("/api/repos/ada/" + name), """
                {"name": "%s", "owner": {"login": "ada"}, "stargazers_count": 7}""".formatted(name)));

        assertThat(ask(github(null), List.of("one", "two")).values()).allMatch(Found.class::isInstance);
        assertThat(web.askedFor(TOGETHER)).isZero();
    }

    @Test
    void asksNoMoreOnceAHostHasHadEnough() {
        var names = List.of("one", "two", "three");
        names.forEach(name -> web.refuse("/api/repos/ada/" + name, 429, ""));

        assertThat(ask(github(null), names).values()).allMatch(NotNow.class::isInstance);
        assertThat(names.stream().mapToLong(name -> web.askedFor("/api/repos/ada/" + name)))
                .containsExactlyInAnyOrder(1L, 0L, 0L);
    }

    @Test
    void waitsWhenThereWereTooManyQuestionsTogether() {
        web.refuse(TOGETHER, 200, "{\"errors\": [{\"type\": \"RATE_LIMITED\", \"message\": \"no\"}]}");

        assertThat(ask(github("secret"), List.of("one", "two")).values()).allMatch(NotNow.class::isInstance);
    }

    @Test
    void letsNoHostKeepItLongerThanItMay() {
        web.silent("/slow/api/v4/projects/ada/queue");
        web.on(Call.anonymous("/api/repos/ada/queue"), """
                {"name": "queue", "owner": {"login": "ada"}, "stargazers_count": 7}""");
        var local = new GitLab(URI.create(web.url("/slow").replace("127.0.0.1", "localhost")), null);
        var github = github(null);
        var targets = Map.of(
                "slow", target(local, web.url("/slow/ada/queue").replace("127.0.0.1", "localhost")),
                "quick", target(github, web.url("/site/ada/queue")));
        var started = System.nanoTime();

        var asked = new AskMany(client(github, local)).run(targets, Duration.ofSeconds(3));

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(15));
        assertThat(asked.get("slow")).isEqualTo(new NotNow(null));
        assertThat(asked.get("quick")).isInstanceOf(Found.class);
        web.endSilence();
    }

    private Map<String, Asked> ask(RepositoryHost host, List<String> names) {
        var targets = names.stream()
                .collect(Collectors.toMap(Function.identity(), name -> target(host, web.url("/site/ada/" + name))));
        return new AskMany(client(host)).run(targets, LONG);
    }

    private static Target target(RepositoryHost host, String page) {
        return new Target(host, host.read(URI.create(page)).orElseThrow());
    }

    private GitHub github(@Nullable String token) {
        return new GitHub(URI.create(web.url("/site")), URI.create(web.url("/api")), token);
    }

    private RepositoryClient client(RepositoryHost... hosts) {
        return new RepositoryClient(FETCHER, List.of(hosts), answers, () -> NOW);
    }

    private static String aRepository(String name, int stars) {
        return "{\"nameWithOwner\": \"%s\", \"stargazerCount\": %d}".formatted(name, stars);
    }
}
