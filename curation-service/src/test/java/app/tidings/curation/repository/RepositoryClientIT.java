package app.tidings.curation.repository;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.curation.item.Page.Repository;
import app.tidings.curation.repository.Asked.Found;
import app.tidings.curation.repository.Asked.NotNow;
import app.tidings.curation.repository.Asked.Nothing;
import app.tidings.curation.repository.HostStandIn.Call;
import app.tidings.curation.repository.host.Forgejo;
import app.tidings.curation.repository.host.GitHub;
import app.tidings.curation.repository.host.GitLab;
import app.tidings.curation.repository.host.Gitee;
import app.tidings.curation.repository.host.RepositoryHost;
import app.tidings.platform.fetch.SafeFetcher;
import app.tidings.platform.fetch.TestSettings;
import app.tidings.platform.testing.TestStore;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryClientIT {

    private static final SafeFetcher FETCHER = new SafeFetcher(TestSettings.onLoopback());
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final String QUEUE = "/api/repos/ada/queue";

    private final HostStandIn web = new HostStandIn();
    private final RepositoryAnswers answers = new RepositoryAnswers(TestStore.freshDatabase());
    private Instant now = START;
    private RepositoryClient client = client(github(null));

    @AfterAll
    static void close() {
        FETCHER.close();
    }

    @Test
    void asksGitHubAsItWantsIt() {
        web.on(new Call(QUEUE, "", Map.of("Authorization", "Bearer secret")), aQueue(12345));

        assertThat(stars(client(github("secret")), "/site/ada/queue")).isEqualTo(12345);
        assertThat(ask("/site/ada/queue")).isEqualTo(new Nothing(Asked.UNKNOWN)); // without the token
    }

    @Test
    void asksGitLabAsItWantsIt() {
        var call = new Call(
                "/gl/api/v4/projects/tools%2Fqueues%2Fqueue", "license=true", Map.of("Private-Token", "secret"));
        web.on(call, "{\"path_with_namespace\": \"tools/queues/queue\", \"star_count\": 77}");

        assertThat(stars(client(new GitLab(at("/gl"), "secret")), "/gl/tools/queues/queue/-/issues/7"))
                .isEqualTo(77);
    }

    @Test
    void asksGiteeAsItWantsIt() {
        web.on(
                new Call("/gitee/api/v5/repos/ada/queue", "access_token=secret", Map.of()),
                "{\"full_name\": \"ada/queue\", \"stargazers_count\": 1024}");

        assertThat(stars(client(new Gitee(at("/gitee"), "secret")), "/gitee/ada/queue"))
                .isEqualTo(1024);
    }

    @Test
    void asksForgejoAsItWantsIt() {
        web.on(
                new Call("/fj/api/v1/repos/ada/queue", "", Map.of("Authorization", "token secret")),
                "{\"full_name\": \"ada/queue\", \"stars_count\": 42}");

        assertThat(stars(client(new Forgejo(at("/fj"), "secret")), "/fj/ada/queue"))
                .isEqualTo(42);
    }

    @Test
    void asksOnlyForWhatChanged() {
        web.on(Call.anonymous(QUEUE), aQueue(1));
        web.on(Call.anonymous("/api/repos/Ada/Queue"), aQueue(1));
        var first = found("/site/ada/queue");
        now = START.plusSeconds(60);
        var second = found("/site/Ada/Queue");

        assertThat(web.notModified()).isEqualTo(1);
        assertThat(second.repository()).isEqualTo(first.repository().saidAgain(now));
        web.on(Call.anonymous(QUEUE), aQueue(2));
        assertThat(stars(client, "/site/ada/queue")).isEqualTo(2);
        assertThat(stars(client, "/site/ada/queue")).isEqualTo(2);
        assertThat(web.notModified()).isEqualTo(2);
    }

    @Test
    void tellsARepositoryThatWasRenamed() {
        web.move("/api/repos/ada/old", web.url(QUEUE));
        web.on(Call.anonymous(QUEUE), aQueue(7));
        web.on(Call.anonymous("/api/repos/ADA/queue"), aQueue(7));

        assertThat(found("/site/ada/old").repository())
                .returns("queue", Repository::name)
                .returns(7, Repository::stars);
        assertThat(found("/site/ada/old").flags()).containsExactly(Asked.RENAMED);
        assertThat(found("/site/ADA/queue").flags()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"404, repository-gone", "410, repository-gone", "451, repository-gone", "403, repository-unknown"})
    void tellsARepositoryThatIsGone(int status, String reason) {
        web.refuse(QUEUE, status, "{}");

        assertThat(ask("/site/ada/queue")).isEqualTo(new Nothing(reason));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503})
    void asksAgainLaterWhenTheHostIsDown(int status) {
        web.refuse(QUEUE, status, "");

        assertThat(ask("/site/ada/queue")).isEqualTo(new NotNow(null));
    }

    @Test
    void waitsUntilAUsedUpLimitIsReset() {
        var reset = START.plus(Duration.ofMinutes(40));
        web.say(Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", String.valueOf(reset.getEpochSecond())));
        web.refuse(QUEUE, 403, "{}");
        assertThat(ask("/site/ada/queue")).isEqualTo(new NotNow(reset));
        web.say(Map.of());
        web.on(Call.anonymous("/api/repos/ada/other"), aQueue(1));

        now = reset.minusMillis(1);
        assertThat(ask("/site/ada/other")).isEqualTo(new NotNow(reset));
        assertThat(web.askedFor("/api/repos/ada/other")).isZero();
        now = reset;
        assertThat(ask("/site/ada/other")).isInstanceOf(Found.class);
    }

    @Test
    void asksNoMoreAfterTheLastCallThatALimitAllows() {
        web.say(Map.of("RateLimit-Remaining", "0", "RateLimit-Reset", "30"));
        web.on(Call.anonymous(QUEUE), aQueue(1));

        assertThat(ask("/site/ada/queue")).isInstanceOf(Found.class);
        assertThat(ask("/site/ada/queue")).isEqualTo(new NotNow(START.plusSeconds(30)));
    }

    @Test
    void waitsAsLongAsItIsTold() {
        web.say(Map.of("Retry-After", "90"));
        web.refuse(QUEUE, 429, "");

        assertThat(ask("/site/ada/queue")).isEqualTo(new NotNow(START.plusSeconds(90)));
    }

    @ParameterizedTest
    @CsvSource({"403", "429"})
    void waitsAMinuteAtASecondLimitOfGitHub(int status) {
        web.refuse(QUEUE, status, "{\"message\": \"You have exceeded a secondary rate limit.\"}");

        assertThat(ask("/site/ada/queue")).isEqualTo(new NotNow(START.plusSeconds(60)));
    }

    @Test
    void doesNotWaitForEver() {
        web.say(Map.of("Retry-After", "99999999"));
        web.refuse(QUEUE, 429, "");

        assertThat(ask("/site/ada/queue")).isEqualTo(new NotNow(START.plus(Duration.ofHours(24))));
    }

    @Test
    void letsOtherHostsBeAskedMeanwhile() {
        web.refuse(QUEUE, 429, "");
        var local = new GitLab(URI.create(web.url("/gl").replace("127.0.0.1", "localhost")), null);
        client = client(github(null), local);
        web.on(
                new Call("/gl/api/v4/projects/ada%2Fqueue", "license=true", Map.of()),
                "{\"path_with_namespace\": \"ada/queue\", \"star_count\": 77}");

        assertThat(ask("/site/ada/queue")).isInstanceOf(NotNow.class);
        assertThat(client.at(URI.create(web.url("/gl/ada/queue").replace("127.0.0.1", "localhost"))))
                .hasValueSatisfying(asked -> assertThat(asked).isInstanceOf(Found.class));
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
        web.on(Call.anonymous(QUEUE), json);

        assertThat(ask("/site/ada/queue")).isEqualTo(new Nothing(Asked.UNKNOWN));
    }

    @Test
    void showsItsTokenToNobodyElse() {
        var elsewhere = new HostStandIn();
        elsewhere.on(Call.anonymous("/repos/ada/queue"), aQueue(3));
        web.move(QUEUE, elsewhere.url("/repos/ada/queue"));

        assertThat(stars(client(github("secret")), "/site/ada/queue")).isEqualTo(3);
    }

    @Test
    void asksForNothingOfOtherSites() {
        assertThat(client.at(URI.create("https://github.com/ada/queue"))).isEmpty();
        assertThat(client.at(at("/other/ada/queue"))).isEmpty();
    }

    private GitHub github(@Nullable String token) {
        return new GitHub(at("/site/"), at("/api/"), token);
    }

    private RepositoryClient client(RepositoryHost... hosts) {
        return new RepositoryClient(FETCHER, List.of(hosts), answers, () -> now);
    }

    private Asked ask(String page) {
        return client.at(at(page)).orElseThrow();
    }

    private Found found(String page) {
        return (Found) ask(page);
    }

    private int stars(RepositoryClient asked, String page) {
        return ((Found) asked.at(at(page)).orElseThrow()).repository().stars();
    }

    private URI at(String path) {
        return URI.create(web.url(path));
    }

    private static String aQueue(int stars) {
        return "{\"name\": \"queue\", \"owner\": {\"login\": \"ada\"}, \"stargazers_count\": %d}".formatted(stars);
    }
}
