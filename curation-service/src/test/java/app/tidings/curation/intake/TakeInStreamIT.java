package app.tidings.curation.intake;

import static app.tidings.curation.TestLinks.aLink;
import static app.tidings.curation.TestLinks.again;
import static app.tidings.curation.TestLinks.withdrawn;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tidings.contracts.EventCodec;
import app.tidings.contracts.ItemEvent;
import app.tidings.contracts.ItemEvent.ItemEnriched;
import app.tidings.contracts.LinkEvent;
import app.tidings.contracts.Topic;
import app.tidings.curation.CurationApi;
import app.tidings.curation.CurationTest;
import app.tidings.platform.testing.ReadTopic;
import app.tidings.platform.testing.SendRecords;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

class TakeInStreamIT extends CurationTest {

    private final SendRecords ingest = SendRecords.toSharedBroker();

    @Test
    void makesOneItemOfALinkThatComesTwice() {
        var link = aLink(WEB.onPage("/twice-" + UUID.randomUUID(), "<title>A page that is asked for once</title>"));

        ingest.event(link);
        ingest.event(link);
        ingest.event(again(link, 2, "s2", "Ada")); // of the same key, so the two before it are through
        await().atMost(LONG)
                .until(
                        () -> answers(link),
                        answers -> !answers.isEmpty() && answers.getLast().linkVersion() == 2);

        assertThat(database.getCollection("items").countDocuments(new Document("_id", link.linkId())))
                .isOne();
        assertThat(WEB.askedFor(link.url().getPath())).isOne();
    }

    @Test
    void saysTheSameAgainWhenALinkComesAgain() {
        var link = aLink();
        ingest.event(link);
        awaitAnswers(link, 1);

        ingest.event(link);

        assertThat(awaitAnswers(link, 2)).hasSize(2).containsOnly(answers(link).getFirst());
    }

    @Test
    void takesALaterVersionWithoutEnrichingAgain() {
        var url = WEB.onPage("/later-" + UUID.randomUUID(), "<title>A page that is asked for once</title>");
        var link = aLink(url);
        ingest.event(link);
        awaitAnswers(link, 1);

        ingest.event(again(link, 2, "s2", "Ada"));
        var answers = awaitAnswers(link, 2);

        assertThat(answers).extracting(ItemEnriched::linkVersion).containsExactly(1L, 2L);
        assertThat(answers).extracting(ItemEnriched::version).containsExactly(2L, 3L);
        assertThat(WEB.askedFor(link.url().getPath())).isOne();
        api().get()
                .uri("/api/v1/items/{id}", link.linkId())
                .exchange()
                .expectBody()
                .jsonPath("$.sources.length()")
                .isEqualTo(2)
                .jsonPath("$.credits[0].name")
                .isEqualTo("Ada")
                .jsonPath("$.title")
                .isEqualTo("A page that is asked for once");
    }

    @Test
    void creditsEverybodyWhoSubmittedIt() {
        var link = aLink();
        ingest.event(link);
        ingest.event(again(link, 2, "tidings-weekly:submissions", "Ada"));
        ingest.event(again(link, 3, "tidings-weekly:submissions", "Ada", "Lin"));
        ingest.event(again(link, 2, "tidings-weekly:submissions", "Ada"));
        awaitAnswers(link, 1);

        await().atMost(LONG)
                .untilAsserted(() -> api().get()
                        .uri("/api/v1/items/{id}", link.linkId())
                        .exchange()
                        .expectBody()
                        .jsonPath("$.credits.length()")
                        .isEqualTo(2)
                        .jsonPath("$.credits[0].name")
                        .isEqualTo("Ada")
                        .jsonPath("$.credits[1].name")
                        .isEqualTo("Lin"));
    }

    @Test
    void creditsWhoeverCameAfterAnEditorWroteTheCredits() {
        var link = aLink();
        ingest.event(again(link, 1, "tidings-weekly:submissions", "Ada", "Lin"));
        awaitAnswers(link, 1);
        var api = new CurationApi(api());
        var written = List.of(Map.of("name", "Ada Quay"));
        api.ok(
                HttpMethod.PATCH,
                "/api/v1/items/{id}",
                Map.of("version", CurationApi.version(api.item(link.linkId())), "credits", written),
                link.linkId());

        ingest.event(again(link, 2, "tidings-weekly:submissions", "Ada", "Lin", "Mia"));

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(api.item(link.linkId()).get("credits"))
                        .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                        .extracting(credit -> credit.get("name"))
                        .containsExactly("Ada Quay", "Mia"));
    }

    @Test
    void keepsTheLaterVersionWhenAnEarlierOneComesLate() {
        var link = aLink();
        ingest.event(again(link, 3, "s2", "Ada"));
        awaitAnswers(link, 1);

        ingest.event(link);

        assertThat(awaitAnswers(link, 2)).allMatch(answer -> answer.linkVersion() == 3);
    }

    @Test
    void declinesWhatIsWithdrawnAndReopensWhatComesBack() {
        var link = aLink();
        ingest.event(link);
        awaitAnswers(link, 1);

        ingest.event(withdrawn(link, 2, "stopped by the rule “no jobs”"));
        assertThat(awaitAnswers(link, 2).getLast().linkVersion()).isEqualTo(2);
        await().atMost(LONG).until(() -> states(link).contains("item-declined"));
        assertStands(link, "DECLINED");

        ingest.event(link); // an old word that comes late
        ingest.event(again(link, 3, "s2", "Ada"));
        await().atMost(LONG).until(() -> states(link).contains("item-reopened"));
        assertThat(awaitAnswers(link, 3).getLast().linkVersion()).isEqualTo(3);
        assertStands(link, "NEW");
        assertThat(states(link)).containsExactly("item-declined", "item-reopened");
    }

    private static List<String> states(LinkEvent link) {
        return ReadTopic.events(ItemEvent.TOPIC, link.linkId()).stream()
                .map(Topic::typeOf)
                .filter(type -> !type.equals("item-enriched"))
                .toList();
    }

    private void assertStands(LinkEvent link, String state) {
        api().get()
                .uri("/api/v1/items/{id}", link.linkId())
                .exchange()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo(state);
    }

    @Test
    void parksWhatIsNoLinkAndGoesOn() {
        var bad = "bad-" + UUID.randomUUID();
        var good = aLink();

        ingest.record(
                LinkEvent.TOPIC,
                bad,
                Map.of(EventCodec.TYPE, "link-found"),
                "{\"type\":\"link-found\"".getBytes(UTF_8));
        ingest.event(good);

        awaitAnswers(good, 1);
        await().atMost(LONG)
                .untilAsserted(() -> api().get()
                        .uri("/api/v1/curation/dead-letters")
                        .exchange()
                        .expectBody(String.class)
                        .value(letters -> assertThat(letters).contains(bad).contains("checksum")));
    }

    private static List<ItemEnriched> awaitAnswers(LinkEvent link, int atLeast) {
        return await().atMost(LONG).until(() -> answers(link), answers -> answers.size() >= atLeast);
    }

    private static List<ItemEnriched> answers(LinkEvent link) {
        return ReadTopic.events(ItemEvent.TOPIC, link.linkId()).stream()
                .filter(ItemEnriched.class::isInstance)
                .map(ItemEnriched.class::cast)
                .toList();
    }
}
