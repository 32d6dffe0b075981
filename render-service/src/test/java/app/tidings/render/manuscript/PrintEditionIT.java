package app.tidings.render.manuscript;

import static app.tidings.render.TestManuscripts.NOW;
import static app.tidings.render.TestManuscripts.ZH;
import static app.tidings.render.TestManuscripts.ZH_TEASER;
import static app.tidings.render.TestManuscripts.aProfile;
import static app.tidings.render.TestManuscripts.aSmallIssue;
import static app.tidings.render.TestManuscripts.anEntry;
import static app.tidings.render.TestManuscripts.anIssue;
import static app.tidings.render.TestManuscripts.approved;
import static app.tidings.render.TestManuscripts.numbered;
import static app.tidings.render.TestManuscripts.with;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tidings.contracts.Announce;
import app.tidings.contracts.DeliveryEvent.SendingStarted;
import app.tidings.contracts.EditionEvent;
import app.tidings.contracts.EditionEvent.Artefact;
import app.tidings.contracts.EditionEvent.EditionRendered;
import app.tidings.contracts.EventCodec;
import app.tidings.contracts.Ids;
import app.tidings.contracts.IssueEvent.IssueApproved;
import app.tidings.contracts.Manuscript;
import app.tidings.contracts.Manuscript.Part;
import app.tidings.contracts.Profile.EditionPlan;
import app.tidings.platform.messaging.EventHeaders;
import app.tidings.platform.testing.ReadTopic;
import app.tidings.render.RenderTest;
import app.tidings.render.TestImages;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PrintEditionIT extends RenderTest {

    private static final Duration FIRST_WAIT = Duration.ofMillis(200);

    @Autowired
    MongoDatabase database;

    @Test
    void printsEachEditionOfAnApprovedIssueAndTellsOfItWhole() {
        var approved = approved(numbered(aSmallIssue(), 101, LocalDate.of(2026, 3, 7)));

        SEND.event(approved);

        var zh = told(approved, ZH).getFirst();
        assertThat(zh.page()).hasToString("https://news.example/tidings-weekly/zh/101");
        assertThat(zh.title()).isEqualTo("潮讯周刊#101：队列为什么会排长队");
        assertThat(zh.issueVersion()).isEqualTo(7);
        assertThat(zh.announce()).isEqualTo(Announce.ALL_SUBSCRIBERS);
        assertThat(zh.email().html()).contains("队列为什么会排长队", zh.email().marks().unsubscribe());
        assertThat(zh.email().text()).contains("队列为什么会排长队", zh.email().marks().preferences());
        assertThat(zh.artefacts())
                .extracting(Artefact::format)
                .containsExactlyInAnyOrder("markdown", "web", "email-html", "email-text");
        assertThat(told(approved, new EditionPlan("en", "full")).getFirst().title())
                .isEqualTo("Tidings Weekly #101: Why queues grow");
    }

    @Test
    void isOneEditionWithOneEventIdWhenTheIssueComesTwice() {
        var approved = approved(numbered(aSmallIssue(), 102, LocalDate.of(2026, 3, 14)));
        SEND.event(approved);
        var first = told(approved, ZH).getFirst();

        SEND.event(approved);

        await().atMost(LONG).untilAsserted(() -> assertThat(told(approved, ZH)).hasSizeGreaterThan(1));
        assertThat(told(approved, ZH)).containsOnly(first);
        assertThat(eventIds(approved)).hasSize(1);
        assertThat(database.getCollection("editions").countDocuments(new Document("heading.number", 102)))
                .isEqualTo(2);
    }

    @Test
    void waitsForItsImagesSaysSoAndPrintsWhenTheLastHasCome() {
        var first = TestImages.anImage(0x0B5F77);
        var second = TestImages.anImage(0x2B6E3F);
        var entry = anEntry()
                .images(List.of(TestImages.of(first), TestImages.of(second)))
                .build();
        var issue = anIssue(List.of(new Part("articles", List.of(entry))), List.of());
        var approved = approved(numbered(issue, 103, LocalDate.of(2026, 3, 21)));
        SEND.event(approved);
        await().atMost(LONG)
                .untilAsserted(() ->
                        assertThat(edition(approved)).contains("WAITING_FOR_IMAGES", first.sha256(), second.sha256()));

        SEND.event(first);
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(edition(approved))
                        .contains("WAITING_FOR_IMAGES", second.sha256())
                        .doesNotContain(first.sha256()));
        assertThat(told(approved, ZH, 0)).isEmpty();
        SEND.event(second);

        assertThat(told(approved, ZH).getFirst().email().html())
                .contains("https://news.example/media/" + first.sha256());
        assertThat(edition(approved)).contains("PRINTED").doesNotContain("WAITING");
    }

    @Test
    void printsALaterVersionAnewAndIgnoresAnEarlierOne() {
        var issue = numbered(aSmallIssue(), 104, LocalDate.of(2026, 3, 28));
        var later = new IssueApproved(issue, 9, Announce.NOBODY, NOW);
        SEND.event(later);
        assertThat(told(later, ZH).getFirst().version()).isEqualTo(9);

        SEND.event(approved(issue));

        await().atMost(LONG).untilAsserted(() -> assertThat(told(later, ZH)).hasSizeGreaterThan(1));
        assertThat(told(later, ZH)).extracting(EditionRendered::version).containsOnly(9L);
    }

    @Test
    void tellsAgainWithTheSameIdUntilNotifyHasTakenIt() {
        var approved = approved(numbered(aSmallIssue(), 105, LocalDate.of(2026, 4, 4)));
        SEND.event(approved);
        await().atMost(LONG).untilAsserted(() -> assertThat(told(approved, ZH)).hasSizeGreaterThan(1));

        SEND.event(new SendingStarted(id(approved, ZH), 7, 1, 0, NOW));

        await().atMost(LONG)
                .until(() -> database.getCollection("untaken")
                                .find(new Document("_id", id(approved, ZH)))
                                .first()
                        == null);
        assertThat(eventIds(approved)).hasSize(1);
    }

    @Test
    void parksARecordThatIsNoEventAndGoesOn() {
        SEND.record("curation.issues", "k", Map.of("ce_type", "issue-approved"), "{broken".getBytes(UTF_8));
        var approved = approved(numbered(aSmallIssue(), 106, LocalDate.of(2026, 4, 11)));

        SEND.event(approved);

        assertThat(told(approved, ZH)).isNotEmpty();
        assertParked("curation.issues", "checksum does not match topic, key, type and value");
    }

    @Test
    void parksAnIssueWhoseEditionHasNoLanguageTag() {
        var hostile = with(
                numbered(aSmallIssue(), 107, LocalDate.of(2026, 4, 18)),
                aProfile(List.of(ZH, new EditionPlan("../../etc", "full"))));

        SEND.event(approved(hostile));

        assertParked("curation.issues", "an edition's language is not a language tag");
    }

    @Test
    void showsEverybodyTheTeaserWhereThereIsOne() {
        var issue = with(numbered(aSmallIssue(), 108, LocalDate.of(2026, 4, 25)), aProfile(List.of(ZH, ZH_TEASER)));
        var approved = approved(issue);

        SEND.event(approved);

        assertThat(told(approved, ZH)).isNotEmpty();
        assertThat(told(approved, ZH_TEASER)).isNotEmpty();
        assertThat(http().get("/tidings-weekly/zh/108").body())
                .contains("队列为什么会排长队")
                .doesNotContain("从一个等待公式说起", "blog.example.org");
    }

    @Test
    void saysWhyAPrintFailedTriesItMoreAndMoreSeldomAndPrintsWhenItCan() {
        var approved = approved(numbered(aSmallIssue(), 109, LocalDate.of(2026, 5, 2)));
        var manuscripts = database.getCollection("manuscripts");
        var key = new Document("_id", approved.key() + "@7");
        manuscripts.insertOne(new Document(key).append("v", 1).append("approved", new Document("version", "torn")));

        SEND.event(approved);

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(edition(approved))
                        .contains("TO_BE_PRINTED", "\"failure\":{\"at\":", "Could not resolve subtype"));
        await().atMost(LONG).until(() -> waits(approved), wait -> wait >= 4 * FIRST_WAIT.toMillis());

        manuscripts.deleteOne(key);
        SEND.event(approved);

        assertThat(told(approved, ZH)).isNotEmpty();
        await().atMost(LONG).untilAsserted(() -> assertThat(edition(approved)).contains("PRINTED", "\"failure\":null"));
        await().atMost(LONG).until(() -> waits(approved), wait -> wait == 0);
    }

    /** How long the next print of an edition waits after the last that failed; 0 where none failed. */
    private long waits(IssueApproved approved) {
        var open = database.getCollection("unprinted")
                .find(new Document("_id", id(approved, ZH)))
                .first();
        return open == null ? 0 : open.getLong("wait");
    }

    private void assertParked(String topic, String reason) {
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(database.getCollection("deadLetters")
                                .find(new Document("topic", topic).append("reason", reason))
                                .first())
                        .isNotNull());
    }

    private String edition(IssueApproved approved) {
        return api("/api/v1/editions/" + id(approved, ZH)).body();
    }

    private static String id(IssueApproved approved, EditionPlan plan) {
        Manuscript manuscript = approved.manuscript();
        return Ids.edition(manuscript.issueId(), plan.language(), plan.access());
    }

    private static List<EditionRendered> told(IssueApproved approved, EditionPlan plan) {
        return told(approved, plan, 1);
    }

    private static List<EditionRendered> told(IssueApproved approved, EditionPlan plan, int atLeast) {
        return await().atMost(LONG)
                .until(
                        () -> ReadTopic.events(EditionEvent.TOPIC, id(approved, plan)).stream()
                                .map(EditionRendered.class::cast)
                                .toList(),
                        events -> events.size() >= atLeast);
    }

    private static Set<String> eventIds(IssueApproved approved) {
        return ReadTopic.records(EditionEvent.TOPIC, id(approved, ZH)).stream()
                .map(record -> EventHeaders.read(record.headers()).getOrDefault(EventCodec.ID, ""))
                .collect(Collectors.toSet());
    }
}
