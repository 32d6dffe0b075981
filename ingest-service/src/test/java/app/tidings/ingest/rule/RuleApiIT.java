package app.tidings.ingest.rule;

import static app.tidings.ingest.SourceApi.list;
import static app.tidings.ingest.SourceApi.object;
import static app.tidings.ingest.SourceApi.part;
import static app.tidings.ingest.SourceApi.text;
import static app.tidings.ingest.feed.TestFeeds.item;
import static app.tidings.ingest.feed.TestFeeds.rss;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tidings.contracts.Ids;
import app.tidings.contracts.LinkEvent;
import app.tidings.contracts.Topic;
import app.tidings.ingest.SourceApi;
import app.tidings.ingest.SourcesTest;
import app.tidings.platform.testing.ReadTopic;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class RuleApiIT extends SourcesTest {

    @Test
    void stopsWhatARuleBlocksKeepsItFindableAndLetsItThroughOnRequest() {
        rules(0, block("no jobs", "jobs")).expectStatus().isOk();
        web.onFeed("/f", rss(item("Python jobs", "https://a.example/1"), item("Good", "https://a.example/2")));
        var id = sources.add(publication, web.url("/f"));

        var counts = part(sources.awaitPoll(id, poll -> true), "counts");
        assertThat(counts).containsEntry("found", 1).containsEntry("stopped", 1).containsEntry("known", 0);
        var stopped = only(id);
        assertThat(stopped).containsEntry("rule", "no jobs").containsEntry("title", "Python jobs");

        accept(id, text(stopped, "n")).expectStatus().isNoContent();
        accept(id, text(stopped, "n")).expectStatus().isNotFound();
        assertThat(stopped(id)).isEmpty();
        web.onFeed("/f", rss(item("Python jobs", "https://a.example/1"), item("New", "https://a.example/3")));
        assertThat(part(sources.poll(id), "counts"))
                .containsEntry("found", 1)
                .containsEntry("stopped", 0)
                .containsEntry("known", 1);
    }

    @Test
    void isWhyASourceIsSilentOfWhichItStopsEverything() {
        rules(0, block("no jobs", "jobs"));
        web.onFeed("/f", rss(item("Python jobs", "https://a.example/1"), item("More jobs", "https://a.example/2")));
        var id = sources.add(publication, web.url("/f"));
        sources.awaitPoll(id, poll -> true);

        assertThat(object(api().get().uri("/api/v1/sources/{id}/why", id).exchange()))
                .containsEntry("state", "fruitless")
                .containsEntry("code", "all-stopped");

        web.onFeed("/f", rss(item("Python jobs", "https://a.example/1"), item("Good", "https://a.example/3")));
        sources.poll(id);
        assertThat(object(api().get().uri("/api/v1/sources/{id}/why", id).exchange()))
                .containsEntry("code", "fine");
    }

    @Test
    void triesARuleOnLinksAndStoppedEntriesAndReappliesChangedRules() {
        rules(0, block("no jobs", "jobs"));
        web.onFeed("/f", rss(item("Jobs", "https://a.example/1"), item("Good jobsite", "https://a.example/2")));
        var id = sources.add(publication, web.url("/f"));
        sources.awaitPoll(id, poll -> true);

        var tried = object(post(
                "/api/v1/rules/dry-run",
                Map.of(
                        "publication",
                        publication,
                        "rule",
                        Map.of("name", "x", "action", "BLOCK", "field", "TITLE", "pattern", "^(good )?jobs"))));
        assertThat(tried).containsEntry("seen", 2).containsEntry("matched", 2);

        rules(1).expectStatus().isOk();
        assertThat(object(post("/api/v1/rules/reapply?publication=" + publication, Map.of())))
                .containsEntry("looked", 1)
                .containsEntry("accepted", 1);
        assertThat(stopped(id)).isEmpty();
    }

    @Test
    void withdrawsTheLinksThatALaterRuleStopsAndBringsThemBack() {
        web.onFeed(
                "/f",
                rss(
                        item("Jobs", "https://a.example/" + publication),
                        item("More jobs", "https://b.example/" + publication),
                        item("Good", "https://c.example/" + publication)));
        var id = sources.add(publication, web.url("/f"));
        sources.awaitPoll(id, poll -> true);
        rules(0, block("no jobs", "jobs"));

        assertThat(reapply()).containsEntry("withdrawn", 2).containsEntry("broughtBack", 0);
        assertThat(reapply()).containsEntry("withdrawn", 0);
        var link = Ids.link(publication, "https://a.example/" + publication);
        awaitTypes(link, "link-found", "link-withdrawn");
        assertThat(object(api().get().uri("/api/v1/links/{id}", link).exchange()))
                .containsEntry("withdrawn", "stopped by the rule “no jobs”");
        awaitTypes(Ids.link(publication, "https://c.example/" + publication), "link-found");

        rules(1);
        assertThat(reapply()).containsEntry("withdrawn", 0).containsEntry("broughtBack", 2);
        awaitTypes(link, "link-found", "link-withdrawn", "link-seen-again");
    }

    @Test
    void neverWithdrawsWhatAnEditorLetThroughOrAnotherSourceMayShow() {
        rules(0, block("no jobs", "jobs"));
        web.onFeed("/f", rss(item("Jobs", "https://a.example/1"), item("Good", "https://a.example/2")));
        var id = sources.add(publication, web.url("/f"));
        sources.awaitPoll(id, poll -> true);
        accept(id, text(only(id), "n")).expectStatus().isNoContent();
        web.onFeed("/g", rss(item("Good", "https://a.example/2")));
        sources.awaitPoll(sources.add(publication, web.url("/g")), poll -> true);

        rules(1, block("no jobs", "jobs"), with(block("not here", "good"), "sourceId", id));

        assertThat(reapply()).containsEntry("withdrawn", 0);
    }

    @Test
    void refusesARuleOfASourceThatIsNotThereUnlessItStoodBefore() {
        rules(0, with(block("not here", "good"), "sourceId", publication + ":none"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).contains("has no source " + publication + ":none"));

        var id = sources.add(publication, web.url("/f"));
        var rule = with(block("not here", "good"), "sourceId", id);
        rules(0, rule).expectStatus().isOk();
        api().delete().uri("/api/v1/sources/{id}", id).exchange();
        rules(1, rule, block("no jobs", "jobs")).expectStatus().isOk();
    }

    private Map<String, Object> reapply() {
        return object(post("/api/v1/rules/reapply?publication=" + publication, Map.of()));
    }

    private static void awaitTypes(String link, String... types) {
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(ReadTopic.events(LinkEvent.TOPIC, link))
                        .extracting(Topic::typeOf)
                        .containsExactly(types));
    }

    private static Map<String, Object> with(Map<String, Object> rule, String field, Object value) {
        var more = new HashMap<>(rule);
        more.put(field, value);
        return more;
    }

    @Test
    void takesTheNewestOfAFloodAndNeverTheRest() {
        web.onFeed("/f", rss(item("1", "https://a.example/1"), item("2", "https://a.example/2")));
        var id = add(Map.of("keepNewest", 1));

        assertThat(part(sources.awaitPoll(id, poll -> true), "counts"))
                .containsEntry("found", 1)
                .containsEntry("stopped", 1);
        web.onFeed(
                "/f",
                rss(
                        item("1", "https://a.example/1"),
                        item("2", "https://a.example/2"),
                        item("3", "https://a.example/3")));
        assertThat(part(sources.poll(id), "counts")).containsEntry("found", 1).containsEntry("stopped", 1);
        assertThat(only(id)).containsEntry("rule", "keepNewest");
    }

    @Test
    void bringsNothingWhileMuted() {
        web.onFeed("/f", rss(item("1", "https://a.example/1")));
        var id = add(Map.of("mutedUntil", Instant.now().plus(1, ChronoUnit.DAYS).toString()));

        assertThat(part(sources.awaitPoll(id, poll -> true), "counts")).containsEntry("found", 0);
        assertThat(only(id)).containsEntry("rule", "muted");
    }

    @Test
    void leavesToTheEditorWhatCameWhileItWasMutedAndWhatWasOverTheCap() {
        web.onFeed("/f", rss(item("1", "https://a.example/1")));
        var id = add(Map.of("mutedUntil", Instant.now().plus(1, ChronoUnit.DAYS).toString()));
        sources.awaitPoll(id, poll -> true);

        put(id, Map.of("name", "N", "version", 1, "intervalMinutes", 60))
                .expectStatus()
                .isOk();
        web.onFeed("/f", rss(item("1", "https://a.example/1"), item("2", "https://a.example/2")));

        assertThat(part(sources.poll(id), "counts")).containsEntry("found", 1).containsEntry("stopped", 1);
        assertThat(object(post("/api/v1/rules/reapply?publication=" + publication, Map.of())))
                .containsEntry("looked", 0)
                .containsEntry("accepted", 0);
        assertThat(only(id)).containsEntry("rule", "muted").containsEntry("title", "1");
    }

    @Test
    void takesTheNewestByTheirDates() {
        web.onFeed(
                "/f",
                rss(dated("old", 3), dated("newest", 1), item("undated", "https://a.example/u"), dated("new", 2)));
        var id = add(Map.of("keepNewest", 2));

        assertThat(part(sources.awaitPoll(id, poll -> true), "counts")).containsEntry("found", 2);
        assertThat(stopped(id).stream().map(each -> String.valueOf(((Map<?, ?>) each).get("title"))))
                .containsExactlyInAnyOrder("old", "undated");
    }

    private static String dated(String title, int daysAgo) {
        var at = Instant.now().minus(daysAgo, ChronoUnit.DAYS).atOffset(ZoneOffset.UTC);
        return "<item><title>%1$s</title><link>https://a.example/%1$s</link><pubDate>%2$s</pubDate></item>"
                .formatted(title, DateTimeFormatter.RFC_1123_DATE_TIME.format(at));
    }

    @Test
    void judgesWhatARuleStoppedAnewAtEachPoll() {
        rules(0, block("no jobs", "jobs"));
        web.onFeed("/f", rss(item("Jobs", "https://a.example/1")));
        var id = sources.add(publication, web.url("/f"));
        sources.awaitPoll(id, poll -> true);
        web.onFeed("/f", rss(item("Jobs", "https://a.example/1"), item("2", "https://a.example/2")));
        assertThat(part(sources.poll(id), "counts")).containsEntry("found", 1).containsEntry("stopped", 1);
        assertThat(stopped(id)).hasSize(1);

        rules(1).expectStatus().isOk();
        web.onFeed("/f", rss(item("Jobs", "https://a.example/1")));

        assertThat(part(sources.poll(id), "counts")).containsEntry("found", 1).containsEntry("stopped", 0);
    }

    @Test
    void forgetsWithASourceWhatWasStoppedOfIt() {
        web.onFeed("/f", rss(item("1", "https://a.example/1"), item("2", "https://a.example/2")));
        var id = add(Map.of("keepNewest", 1));
        sources.awaitPoll(id, poll -> true);
        assertThat(stopped(id)).hasSize(1);

        api().delete().uri("/api/v1/sources/{id}", id).exchange();
        assertThat(add(Map.of())).isEqualTo(id);

        assertThat(part(sources.awaitPoll(id, poll -> true), "counts"))
                .containsEntry("found", 1)
                .containsEntry("stopped", 0);
        assertThat(stopped(id)).isEmpty();
    }

    @Test
    void triesARuleOnlyWhereItApplies() {
        web.onFeed("/f", rss(item("Jobs", "https://a.example/1")));
        var id = sources.add(publication, web.url("/f"));
        sources.awaitPoll(id, poll -> true);

        assertThat(tried(id)).containsEntry("seen", 1).containsEntry("matched", 1);
        assertThat(tried(sources.add(publication, web.url("/other")))).containsEntry("seen", 0);
    }

    private Map<String, Object> tried(String sourceId) {
        var rule = Map.of(
                "name", "x", "action", "BLOCK", "field", "TITLE", "words", List.of("jobs"), "sourceId", sourceId);
        return object(post("/api/v1/rules/dry-run", Map.of("publication", publication, "rule", rule)));
    }

    @Test
    void refusesRulesWithAFaultAndChangesOfAnOldVersion() {
        var hostile = Map.of("name", "x", "action", "BLOCK", "field", "TITLE", "pattern", "((a{100}){100}){100}");

        rules(0, hostile).expectStatus().isBadRequest();
        rules(0, with(block("a", "a"), "action", "DENY"))
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("/rules/0/action is none of: ALLOW, BLOCK");
        rules(0, block("a", "a")).expectStatus().isOk();
        rules(0, block("b", "b")).expectStatus().isEqualTo(409);
    }

    private static Map<String, Object> block(String name, String word) {
        return Map.of("name", name, "action", "BLOCK", "field", "TITLE", "words", List.of(word));
    }

    private String add(Map<String, Object> more) {
        var wanted = new HashMap<String, Object>(more);
        wanted.putAll(Map.of("publication", publication, "name", "N", "feedUrl", web.url("/f"), "intervalMinutes", 60));
        return SourceApi.text(object(post("/api/v1/sources", wanted)), "id");
    }

    @SuppressWarnings("unchecked") // JSON objects have no other type
    private Map<String, Object> only(String id) {
        assertThat(stopped(id)).hasSize(1);
        return (Map<String, Object>) stopped(id).getFirst();
    }

    private List<?> stopped(String id) {
        return list(object(api().get().uri("/api/v1/sources/{id}/stopped", id).exchange()), "stopped");
    }

    private ResponseSpec accept(String id, Object n) {
        return post("/api/v1/sources/%s/stopped/%s/accept".formatted(id, n), Map.of());
    }

    private ResponseSpec rules(int version, Object... all) {
        return api().put()
                .uri("/api/v1/rules?publication=" + publication)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("version", version, "rules", List.of(all)))
                .exchange();
    }
}
