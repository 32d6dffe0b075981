package app.tidings.ingest.order;

import static app.tidings.ingest.SourceApi.list;
import static app.tidings.ingest.SourceApi.object;
import static app.tidings.ingest.SourceApi.part;
import static app.tidings.ingest.SourceApi.text;
import static app.tidings.ingest.feed.TestFeeds.item;
import static app.tidings.ingest.feed.TestFeeds.rss;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.ingest.SourcesTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class OrderApiIT extends SourcesTest {

    @BeforeEach
    void offerAFeed() {
        web.onFeed("/feed", rss(item("One", "https://a.example/1")));
    }

    @Test
    void pausesOnceHoweverOftenItIsOrderedAndPollsAtOnceWhenResumed() {
        var id = sources.add(publication, web.url("/feed"));
        sources.awaitPoll(id, poll -> true);

        var first = object(
                order(id, "pause", Map.of("reason", "too loud")).expectStatus().isOk());
        var again = object(order(id, "pause", Map.of("reason", "too loud")));
        assertThat(part(first, "standing")).containsEntry("type", "paused").containsEntry("reason", "too loud");
        assertThat(first.get("nextPollAt")).isNull();
        assertThat(again).isEqualTo(first);

        var asked = web.requests("/feed").size();
        var resumed = object(order(id, "resume", Map.of()).expectStatus().isOk());
        assertThat(part(resumed, "standing")).containsEntry("type", "active");
        sources.awaitPoll(id, _ -> web.requests("/feed").size() > asked);
    }

    @Test
    void keepsTheReasonOfAPauseThatIsOrderedAgainWithoutOne() {
        var id = sources.add(publication, web.url("/feed"));
        var first = object(order(id, "pause", Map.of("reason", "too loud")));

        assertThat(object(order(id, "pause", Map.of()))).isEqualTo(first);

        assertThat(part(object(order(id, "pause", Map.of("reason", "on holiday"))), "standing"))
                .containsEntry("reason", "on holiday");
        assertThat(part(object(order(id, "pause", Map.of("reason", ""))), "standing"))
                .containsEntry("reason", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"until\": \"2001-01-01T00:00:00Z\"}", "{\"until\": \"9999-01-01T00:00:00Z\"}"})
    void refusesASnoozeWithoutATimeToCome(String body) {
        var id = sources.add(publication, web.url("/feed"));

        order(id, "snooze", body).expectStatus().isBadRequest();
    }

    @Test
    void snoozesUntilATimeAndTellsItAsTheNextPoll() {
        var id = sources.add(publication, web.url("/feed"));
        sources.awaitPoll(id, poll -> true);
        var until = Instant.now()
                .plus(3, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();

        assertThat(object(order(id, "snooze", Map.of("until", until)))).containsEntry("nextPollAt", until);
    }

    @ParameterizedTest
    @CsvSource({"pause", "archive", "resume"})
    void knowsNoSourceThatIsNotThere(String order) {
        order("weekly:none", order, Map.of()).expectStatus().isNotFound();
    }

    @Test
    void listsByTagStandingAndText() {
        var tagged = text(
                object(post(
                        "/api/v1/sources",
                        Map.of(
                                "publication",
                                publication,
                                "name",
                                "潮汐 Blog",
                                "feedUrl",
                                web.url("/one"),
                                "tags",
                                List.of("博客")))),
                "id");
        var paused = sources.add(publication, web.url("/two"));
        order(paused, "pause", Map.of());

        assertThat(found("tag=博客")).containsExactly(tagged);
        assertThat(found("standing=paused")).containsExactly(paused);
        assertThat(found("standing=active&text=潮汐 bLOG")).containsExactly(tagged);
        assertThat(found("text=/two")).containsExactly(paused);
        assertThat(found("tag=博客&standing=paused")).isEmpty();
        api().get()
                .uri("/api/v1/sources?standing=asleep")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    private List<String> found(String query) {
        var page = object(api().get()
                .uri("/api/v1/sources?publication=" + publication + "&" + query)
                .exchange()
                .expectStatus()
                .isOk());
        return list(page, "sources").stream()
                .map(each -> String.valueOf(((Map<?, ?>) each).get("id")))
                .toList();
    }

    private ResponseSpec order(String id, String order, Object body) {
        return post("/api/v1/sources/" + id + "/" + order, body);
    }
}
