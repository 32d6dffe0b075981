package app.tidings.curation.imports;

import static app.tidings.curation.CurationApi.answer;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import app.tidings.contracts.Announce;
import app.tidings.contracts.Credit;
import app.tidings.contracts.IssueEvent;
import app.tidings.contracts.IssueEvent.IssueApproved;
import app.tidings.contracts.Manuscript.BlockKind;
import app.tidings.contracts.Manuscript.Entry;
import app.tidings.contracts.Profile.EditionPlan;
import app.tidings.curation.CurationApi;
import app.tidings.curation.CurationTest;
import app.tidings.curation.TestLinks;
import app.tidings.platform.testing.ReadTopic;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class ImportIT extends CurationTest {

    private static final String ISSUE = """
            # 潮汐周刊#%d：灯塔与缆绳

            各位好。

            **公告**：下周停更。

            ## 🦄文章&教程

            1、[灯塔的第一课](%s)（英文）

            讲了灯塔。（star 2.3K）（@小舟 投稿）

            2、内容删除

            ## 🐼欢迎订阅

            每周一封。
            """;

    private CurationApi api;
    private int number;
    private String address;

    @BeforeEach
    void connect() {
        api = new CurationApi(api());
        number = ThreadLocalRandom.current().nextInt(10_000, 90_000); // all tests share the numbers of one publication
        address = TestLinks.anAddress();
    }

    private ResponseSpec send(String publication, String name, String markdown) {
        return api().post()
                .uri("/api/v1/issues/imports?publication={publication}&file={file}", publication, name)
                .contentType(MediaType.parseMediaType("text/markdown;charset=utf-8"))
                .body(markdown)
                .exchange();
    }

    private Map<?, ?> imported(String markdown) {
        var answered = answer(send(TestLinks.PUBLICATION, "2023-05-13-weekly.md", markdown)
                .expectStatus()
                .isOk());
        return (Map<?, ?>) requireNonNull((List<?>) answered.get("issues")).getFirst();
    }

    private String anImportedIssue() {
        var imported = imported(ISSUE.formatted(number, address));
        assertThat(imported.get("outcome")).isEqualTo("IMPORTED");
        return String.valueOf(imported.get("issueId"));
    }

    private static List<IssueApproved> told(String issueId) {
        return ReadTopic.events(IssueEvent.TOPIC, issueId).stream()
                .map(IssueApproved.class::cast)
                .distinct()
                .toList();
    }

    @Test
    void keepsTheIssueWithItsNumberAsDone() {
        var issue = api.issue(anImportedIssue());

        assertThat(issue)
                .containsEntry("state", "DONE")
                .containsEntry("number", number)
                .containsEntry("date", "2023-05-13")
                .containsEntry("headline", Map.of("zh", "灯塔与缆绳"));
        var sections = requireNonNull((Map<?, ?>) issue.get("sections"));
        var item = String.valueOf(
                requireNonNull((List<?>) sections.get("articles")).getFirst());
        assertThat(api.item(item))
                .containsEntry("state", "PUBLISHED")
                .containsEntry("url", address)
                .containsEntry("language", "en");
        assertThat((Map<?, ?>) api.item(item).get("placement"))
                .satisfies(placement -> assertThat(placement.get("number")).isEqualTo(number));
    }

    @Test
    void tellsTheWholeManuscriptToNobody() {
        var issueId = anImportedIssue();

        var told = await().atMost(LONG)
                .until(() -> told(issueId), all -> !all.isEmpty())
                .getFirst();

        assertThat(told.announce()).isEqualTo(Announce.NOBODY);
        assertThat(told.manuscript().profile().editions())
                .extracting(EditionPlan::language)
                .containsOnly("zh");
        assertThat(told.occurredAt()).isEqualTo("2023-05-13T12:00:00Z");
        var entries = told.manuscript().entries().toList();
        assertThat(requireNonNull(entries.getFirst().texts().get("zh")).comment())
                .isEqualTo("讲了灯塔。");
        assertThat(entries.getFirst().stars()).isEqualTo(2300);
        assertThat(entries.getFirst().linkLanguage()).isEqualTo("en");
        assertThat(entries.getFirst().credits()).containsExactly(new Credit("小舟", null));
        assertThat(entries).extracting(Entry::url).last().isNull();
        assertThat(told.manuscript().blocks())
                .extracting(block -> block.kind(), block -> block.after())
                .containsExactly(
                        tuple(BlockKind.INTRO, null),
                        tuple(BlockKind.NOTICE, null),
                        tuple(BlockKind.SUBSCRIBE, "articles"));
    }

    @Test
    void changesNothingTheSecondTime() {
        var issueId = anImportedIssue();
        var before = api.issue(issueId);

        var again = imported(ISSUE.formatted(number, address));

        assertThat(again.get("outcome")).isEqualTo("ALREADY_THERE");
        assertThat(again.get("issueId")).isEqualTo(issueId);
        assertThat(api.issue(issueId)).isEqualTo(before);
        assertThat(told(issueId)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void publishesACandidateThatIsThereAlready() {
        var candidate = api.anItem(TestLinks.aLink(address));

        anImportedIssue();

        assertThat(api.item(candidate)).containsEntry("state", "PUBLISHED");
    }

    @Test
    void leavesTheNextNumberToTheNextIssue() {
        anImportedIssue();

        var approved = api.approve(api.aReadyDraft());

        assertThat((int) requireNonNull(approved.get("number"))).isGreaterThan(number);
    }

    @Test
    void refusesTheNumberOfAnIssueThatWasMadeHere() {
        var taken = (int) requireNonNull(api.approve(api.aReadyDraft()).get("number"));

        var refused = imported(ISSUE.formatted(taken, address));

        assertThat(refused.get("outcome")).isEqualTo("REFUSED");
        assertThat(refused.get("reason")).asString().contains("made here");
    }

    @Test
    void refusesWhatCannotBeAnIssueAndSaysWhy() {
        assertThat(imported("只是一些话。").get("reason")).isEqualTo("it has no number, no date or no items");
        assertThat(imported("# うみの便り #%d\n\n## 記事とチュートリアル\n\n1、[ロープ](%s)\n".formatted(number, address))
                        .get("reason"))
                .asString()
                .startsWith("it is written in ja");
        send("nowhere", "a.md", ISSUE).expectStatus().isEqualTo(422);
    }

    private static final String ENGLISH = """
            # Tidings Weekly #%d: Lighthouse and Ropes

            Hello.

            ## Articles & Tutorials

            1. [A first lesson of lighthouses](%s)

            About lighthouses.

            2. Content deleted

            ## Subscribe

            One letter a week.
            """;

    @Test
    void joinsAnotherLanguageToTheIssueAndTellsItToNobody() {
        var issueId = anImportedIssue();

        var english = imported(ENGLISH.formatted(number, address));

        assertThat(english.get("outcome")).isEqualTo("JOINED");
        assertThat(english.get("issueId")).isEqualTo(issueId);
        assertThat(api.issue(issueId))
                .containsEntry("headline", Map.of("zh", "灯塔与缆绳", "en", "Lighthouse and Ropes"))
                .containsEntry("state", "DONE");
        var told = await().atMost(LONG)
                .until(
                        () -> told(issueId), // the first version may have been replaced before it was sent
                        all -> !all.isEmpty() && all.getLast().version() > 1)
                .getLast();
        assertThat(told.announce()).isEqualTo(Announce.NOBODY);
        assertThat(told.manuscript().profile().editions())
                .extracting(EditionPlan::language)
                .contains("zh", "en");
        assertThat(told.manuscript().entries().map(Entry::texts))
                .allSatisfy(texts -> assertThat(texts).containsOnlyKeys("zh", "en"));
        assertThat(told.manuscript().blocks())
                .filteredOn(block -> block.kind() == BlockKind.SUBSCRIBE)
                .singleElement()
                .satisfies(block -> assertThat(block.text()).containsEntry("en", "One letter a week."));
        var item = api.item(
                requireNonNull(told.manuscript().entries().toList().getFirst().itemId()));
        assertThat((Map<?, ?>) item.get("texts")).hasSize(2);
    }

    @Test
    void joinsAnotherLanguageOnce() {
        var issueId = anImportedIssue();
        imported(ENGLISH.formatted(number, address));
        var before = api.issue(issueId);

        var again = imported(ENGLISH.formatted(number, address));

        assertThat(again.get("outcome")).isEqualTo("ALREADY_THERE");
        assertThat(api.issue(issueId)).isEqualTo(before);
        assertThat(imported(ISSUE.formatted(number, address)).get("outcome")).isEqualTo("ALREADY_THERE");
    }

    @Test
    void refusesAnotherLanguageOfAnotherIssue() {
        anImportedIssue();

        var english = imported("# Tidings Weekly #%d: Sails\n\n## Projects\n\n1. [Sails](%s)\n"
                .formatted(number, TestLinks.anAddress()));

        assertThat(english.get("outcome")).isEqualTo("REFUSED");
        assertThat(english.get("reason")).asString().contains("not those of the issue", "Sails");
    }

    @Test
    void tellsAnIssueAgainThatRenderNeverTook() {
        var issueId = anImportedIssue();

        await().atMost(LONG)
                .until(() -> ReadTopic.records(IssueEvent.TOPIC, issueId).size() > 1);
        assertThat(told(issueId)).hasSize(1);
    }

    @Test
    void wantsAToken() {
        anybody()
                .post()
                .uri("/api/v1/issues/imports?publication=tidings-weekly&file=a.md")
                .body(ISSUE)
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }
}
