package app.tidings.curation.progress;

import static app.tidings.curation.TestLinks.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tidings.contracts.Announce;
import app.tidings.contracts.DeliveryEvent.SendingDone;
import app.tidings.contracts.DeliveryEvent.SendingStarted;
import app.tidings.contracts.EditionEvent.EditionRendered;
import app.tidings.contracts.EditionEvent.Email;
import app.tidings.contracts.EditionEvent.Marks;
import app.tidings.contracts.Ids;
import app.tidings.contracts.IssueEvent;
import app.tidings.contracts.ItemEvent;
import app.tidings.contracts.ItemEvent.ItemPublished;
import app.tidings.curation.CurationApi;
import app.tidings.curation.CurationTest;
import app.tidings.curation.issue.Issues;
import app.tidings.curation.issue.TestIssues;
import app.tidings.platform.testing.ReadTopic;
import app.tidings.platform.testing.SendRecords;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ProgressIT extends CurationTest {

    @Autowired
    private Issues issues;

    private final SendRecords others = SendRecords.toSharedBroker();
    private CurationApi api;

    @BeforeEach
    void connect() {
        api = new CurationApi(api());
    }

    @Test
    void followsAnIssueUntilItIsDone() {
        var issue = api.aReadyDraft();
        var item = issues.find(issue).orElseThrow().itemIds().findFirst().orElseThrow();
        var number = api.approve(issue).get("number");

        rendered(issue, "zh");
        rendered(issue, "en");
        awaitState(issue, "RENDERED");
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(ReadTopic.events(ItemEvent.TOPIC, item))
                        .filteredOn(ItemPublished.class::isInstance)
                        .singleElement()
                        .isInstanceOfSatisfying(ItemPublished.class, event -> {
                            assertThat((Object) event.number()).isEqualTo(number);
                            assertThat(event.pages()).containsOnlyKeys("zh", "en");
                        }));
        assertThat(api.item(item)).containsEntry("state", "PUBLISHED");

        others.event(new SendingStarted(edition(issue, "zh"), 1, 1, 2, NOW));
        awaitState(issue, "SENDING");
        others.event(new SendingStarted(edition(issue, "en"), 1, 1, 0, NOW));
        others.event(new SendingDone(edition(issue, "zh"), 1, 2, Map.of("sent", 2L), NOW));
        others.event(new SendingDone(edition(issue, "en"), 1, 2, Map.of(), NOW));
        awaitState(issue, "DONE");
    }

    @Test
    void hearsTheSameTwiceAsOnce() {
        var issue = api.aReadyDraft();
        api.approve(issue);
        rendered(issue, "zh");
        rendered(issue, "en");
        awaitState(issue, "RENDERED");
        var before = CurationApi.version(api.issue(issue));

        rendered(issue, "zh");
        rendered(issue, "zh", 2); // read behind the repeated one, for it has the same key
        await().atMost(LONG)
                .until(
                        () -> issues.find(issue).orElseThrow().editions().get(edition(issue, "zh")),
                        zh -> zh.version() == 2);

        assertThat(CurationApi.version(api.issue(issue))).isEqualTo(before + 1);
    }

    @Test
    void tellsAnIssueAgainWhoseEditionsStayAway() {
        var issue = api.aReadyDraft();
        api.approve(issue);

        var records =
                await().atMost(LONG).until(() -> ReadTopic.records(IssueEvent.TOPIC, issue), told -> told.size() > 1);

        assertThat(new HashSet<>(records.stream()
                        .map(record ->
                                new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8))
                        .toList()))
                .hasSize(1);
    }

    @Test
    void tellsAnIssueAgainWhoseEndOfSendingWasLost() {
        var issue = api.aReadyDraft();
        api.approve(issue);
        rendered(issue, "zh");
        rendered(issue, "en");
        others.event(new SendingStarted(edition(issue, "zh"), 1, 1, 2, NOW));
        awaitState(issue, "SENDING");
        var told = told(issue);

        await().atMost(LONG).until(() -> told(issue) > told);
    }

    private static int told(String issue) {
        return ReadTopic.records(IssueEvent.TOPIC, issue).size();
    }

    @Test
    void letsAnItemFollowThatAKillLeftBehind() {
        var issue = api.aDraft();
        var item = api.anItem();
        var draft = issues.find(issue).orElseThrow();

        issues.replaceIfVersion(TestIssues.with(draft, "articles", item), List.of(item));

        await().atMost(LONG).untilAsserted(() -> assertThat(api.item(item)).containsEntry("state", "PLACED"));
        await().atMost(LONG).untilAsserted(() -> assertThat(issues.owed(issue)).isEmpty());
    }

    @Test
    void looksAfterADraftThatNothingHappensToEveryTenMinutesOnly() {
        var issue = api.aDraft();
        var item = api.anItem();
        awaitDueIn(issue, Duration.ofMinutes(9));

        api.place(issue, item, "articles");

        assertThat(api.item(item)).containsEntry("state", "PLACED");
        awaitDueIn(issue, Duration.ofMinutes(9));
    }

    private void awaitDueIn(String issue, Duration wait) {
        await().atMost(LONG)
                .until(
                        () -> database.getCollection("issueJobs")
                                .find(new Document("_id", issue))
                                .first(),
                        job -> job != null
                                && job.getDate("due")
                                        .toInstant()
                                        .isAfter(Instant.now().plus(wait)));
    }

    @Test
    void goesOnPastEventsOfIssuesThatItDoesNotHave() {
        var issue = api.aReadyDraft();
        api.approve(issue);

        rendered("tidings-weekly:01ARZ3NDEKTSV4RRFFQ69G5FAV", "zh");
        others.event(new SendingStarted("tidings-weekly:some-bulletin", 1, 1, 0, NOW));
        rendered(issue, "zh");
        rendered(issue, "en");

        awaitState(issue, "RENDERED");
    }

    private void awaitState(String issue, String state) {
        await().atMost(LONG).untilAsserted(() -> assertThat(api.issue(issue)).containsEntry("state", state));
    }

    private void rendered(String issue, String language) {
        rendered(issue, language, 1);
    }

    private void rendered(String issue, String language, long version) {
        others.event(new EditionRendered(
                edition(issue, language),
                issue,
                3,
                version,
                1,
                language,
                "full",
                "A title",
                LocalDate.of(2026, 11, 22),
                URI.create("https://weekly.example/1"),
                Announce.ALL_SUBSCRIBERS,
                new Email("A subject", "", "<p>html</p>", "text", new Marks("unsubscribe", "preferences")),
                List.of(),
                NOW));
    }

    private static String edition(String issue, String language) {
        return Ids.edition(issue, language, "full");
    }
}
