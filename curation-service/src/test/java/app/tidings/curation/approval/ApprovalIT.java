package app.tidings.curation.approval;

import static app.tidings.curation.CurationApi.answer;
import static app.tidings.curation.CurationApi.approval;
import static app.tidings.curation.CurationApi.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;

import app.tidings.contracts.Announce;
import app.tidings.contracts.Event;
import app.tidings.contracts.IssueEvent;
import app.tidings.contracts.IssueEvent.IssueApproved;
import app.tidings.contracts.Manuscript.Text;
import app.tidings.contracts.Manuscript.TextStatus;
import app.tidings.contracts.Manuscript.Translation;
import app.tidings.curation.AtOnce;
import app.tidings.curation.CurationApi;
import app.tidings.curation.CurationTest;
import app.tidings.curation.issue.Issues;
import app.tidings.curation.issue.TestIssues;
import app.tidings.platform.testing.ReadTopic;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class ApprovalIT extends CurationTest {

    private static final String APPROVE = "/api/v1/issues/{id}/approve";

    @Autowired
    private Issues issues;

    private CurationApi api;

    @BeforeEach
    void connect() {
        api = new CurationApi(api());
    }

    @Test
    void tellsTheWholeManuscript() {
        var issue = api.aReadyDraft();

        var number = api.approve(issue).get("number");

        var told = awaitTold(issue).getFirst();
        var manuscript = told.manuscript();
        assertThat(told.announce()).isEqualTo(Announce.ALL_SUBSCRIBERS);
        assertThat(manuscript.number()).isEqualTo(number);
        assertThat(manuscript.headline()).isEqualTo(Map.of("zh", "队列变快了", "en", "Queues got fast"));
        assertThat(manuscript.profile().publicationId()).isEqualTo("tidings-weekly");
        assertThat(manuscript.parts())
                .singleElement()
                .satisfies(part -> assertThat(part.section()).isEqualTo("articles"));
        assertThat(manuscript.entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.texts())
                        .isEqualTo(Map.of(
                                "zh", new Text("标题", "评论。", TextStatus.WRITTEN, Translation.EDITOR, null),
                                "en",
                                        new Text(
                                                "A title",
                                                "A comment.",
                                                TextStatus.WRITTEN,
                                                Translation.EDITOR,
                                                null))));
    }

    @Test
    void givesTheSameNumberHoweverOftenItIsAsked() {
        var issue = api.aReadyDraft();
        var read = version(api.issue(issue));

        var first = api.ok(POST, APPROVE, approval(read), issue);
        var second = api.ok(POST, APPROVE, approval(read), issue);

        assertThat(second.get("number")).isEqualTo(first.get("number"));
        awaitTold(issue);
        assertThat(told(issue)).hasSize(1);
    }

    @Test
    void approvesAnIssueOnceForCallersAtOnce() throws Exception {
        var issue = api.aReadyDraft();
        var read = version(api.issue(issue));

        var numbers =
                AtOnce.run(6, () -> api.ok(POST, APPROVE, approval(read), issue).get("number"));

        assertThat(new HashSet<>(numbers)).hasSize(1);
        awaitTold(issue);
        assertThat(told(issue)).hasSize(1);
    }

    @Test
    void givesTwoIssuesAtOnceTwoNumbersWithoutAGap() throws Exception {
        var drafts = List.of(api.aReadyDraft(), api.aReadyDraft());

        List<Callable<Integer>> callers = drafts.stream()
                .<Callable<Integer>>map(each -> () -> numberOf(api.approve(each)))
                .toList();
        var numbers = AtOnce.run(callers).stream().sorted().toList();

        assertThat(numbers.get(1) - numbers.get(0)).isEqualTo(1);
    }

    @Test
    void refusesAnotherAnnouncementOfTheSameIssue() {
        var issue = api.aReadyDraft();
        api.approve(issue);

        var nobody = Map.of("version", 1, "announce", Map.of("mode", "NONE"));

        api.call(POST, APPROVE, nobody, issue).expectStatus().isEqualTo(409);
    }

    @Test
    void refusesAStaleVersion() {
        var issue = api.aReadyDraft();
        var read = version(api.issue(issue));

        var refused = answer(api.call(POST, APPROVE, approval(read - 1), issue)
                .expectStatus()
                .isEqualTo(409));

        assertThat(refused.get("detail")).asString().contains("the issue is at version " + read);
        assertThat(api.issue(issue)).containsEntry("state", "DRAFT");
    }

    @Test
    void saysWhatIsMissingAndTakesNoNumber() {
        var issue = api.aDraft();
        var refused = answer(
                api.call(POST, APPROVE, approval(1), issue).expectStatus().isEqualTo(422));

        assertThat((List<?>) refused.get("findings"))
                .extracting(finding -> ((Map<?, ?>) finding).get("code"))
                .isEqualTo(List.of("no-entries"));
        assertThat(api.get("/api/v1/issues/{id}/findings", issue)).containsEntry("ready", false);
        assertThat(api.issue(issue)).containsEntry("state", "DRAFT");
    }

    @Test
    void isFrozenFromThenOn() {
        var issue = api.aReadyDraft();
        var item = issues.find(issue).orElseThrow().itemIds().findFirst().orElseThrow();
        api.approve(issue);
        var before = awaitTold(issue).getFirst();

        api.write(item, "zh", "另一个标题", "另一个评论。");

        var approved = version(api.issue(issue));
        api.call(PATCH, "/api/v1/issues/{id}", Map.of("version", approved, "date", "2027-01-01"), issue)
                .expectStatus()
                .isEqualTo(409);
        api.call(DELETE, "/api/v1/issues/{id}/entries/{item}", null, issue, item)
                .expectStatus()
                .isEqualTo(409);
        assertThat(issues.find(issue).orElseThrow().approved()).hasValue(before);
    }

    @Test
    void bringsAnApprovalToItsEndThatAKillLeftWithoutANumber() {
        var issue = api.aReadyDraft();
        var draft = issues.find(issue).orElseThrow();
        var parts = new Proof(draft, TestIssues.PROFILE, Map.of(), Map.of(), List.of()).parts();

        issues.replaceIfVersion(draft.freeze(TestIssues.PROFILE, parts, Announce.NOBODY, draft.createdAt()), List.of());

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(api.issue(issue).get("number")).isNotNull());
        assertThat(awaitTold(issue)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"version\": 1}",
                "{\"version\": 1, \"announce\": {\"mode\": \"EVERYBODY\"}}",
                "{\"version\": 1, \"announce\": {\"mode\": \"CHANNELS\"}}",
                "{\"version\": 1, \"announce\": {\"mode\": \"NONE\"}, \"number\": 99}"
            })
    void refusesAnApprovalThatIsNone(String body) {
        api.call(POST, APPROVE, body, api.aDraft()).expectStatus().isBadRequest();
    }

    @Test
    void knowsNoOtherIssues() {
        api.call(POST, APPROVE, approval(1), "tidings-weekly:none")
                .expectStatus()
                .isNotFound();
        api.call(GET, "/api/v1/issues/{id}/findings", null, "tidings-weekly:none")
                .expectStatus()
                .isNotFound();
    }

    private static int numberOf(Map<String, Object> approved) {
        return ((Number) Objects.requireNonNull(approved.get("number"))).intValue();
    }

    private static List<IssueApproved> awaitTold(String issue) {
        return await().atMost(LONG).until(() -> told(issue), told -> !told.isEmpty());
    }

    private static List<IssueApproved> told(String issue) {
        return ReadTopic.events(IssueEvent.TOPIC, issue).stream()
                .map((Event event) -> (IssueApproved) event)
                .distinct()
                .toList();
    }
}
