package app.tidings.curation.issue;

import static app.tidings.curation.CurationApi.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import app.tidings.curation.AtOnce;
import app.tidings.curation.CurationApi;
import app.tidings.curation.CurationTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;

class IssueControllerIT extends CurationTest {

    private static final String ISSUE = "/api/v1/issues/{id}";
    private static final String ENTRIES = ISSUE + "/entries";

    private CurationApi api;

    @BeforeEach
    void connect() {
        api = new CurationApi(api());
    }

    @Test
    void makesOneDraftOfARepeatedCall() {
        var key = UUID.randomUUID().toString();

        assertThat(created(key)).isEqualTo(created(key));
        assertThat(created(UUID.randomUUID().toString())).isNotEqualTo(created(key));
    }

    @Test
    void placesAnItemAndTheItemFollows() {
        var issue = api.aDraft();
        var item = api.anItem();

        var placed = api.place(issue, item, "articles");
        var again = api.place(issue, item, "articles");

        assertThat(placed).containsEntry("sections", Map.of("articles", List.of(item)));
        assertThat(again).isEqualTo(placed);
        assertThat(api.item(item)).containsEntry("state", "PLACED");
    }

    @Test
    void placesAnItemInOneIssueOnly() {
        var item = api.anItem();
        api.place(api.aDraft(), item, "articles");

        api.call(POST, ENTRIES, Map.of("itemId", item, "section", "articles"), api.aDraft())
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void placesAnItemInOneOfTwoIssuesAtOnce() throws Exception {
        var item = api.anItem();
        var drafts = List.of(api.aDraft(), api.aDraft());
        var body = Map.of("itemId", item, "section", "articles");

        List<Callable<Integer>> callers = drafts.stream()
                .<Callable<Integer>>map(issue -> () -> api.call(POST, ENTRIES, body, issue)
                        .returnResult()
                        .getStatus()
                        .value())
                .toList();
        var answers = AtOnce.run(callers);

        assertThat(answers).containsOnlyOnce(200).containsOnlyOnce(409);
        assertThat(drafts.stream().map(api::issue).filter(issue -> !Map.of().equals(issue.get("sections"))))
                .hasSize(1);
    }

    @Test
    void takesAnItemOutAndTheItemFollows() {
        var issue = api.aDraft();
        var item = api.anItem();
        api.place(issue, item, "articles");

        api.ok(DELETE, ENTRIES + "/{item}", null, issue, item);
        var again = api.ok(DELETE, ENTRIES + "/{item}", null, issue, item);

        assertThat(again).containsEntry("sections", Map.of());
        assertThat(api.item(item)).containsEntry("state", "SHORTLISTED");
    }

    @Test
    void arrangesEntriesAndTheItemsFollow() {
        var issue = api.aDraft();
        var items = List.of(api.anItem(), api.anItem());
        items.forEach(item -> api.place(issue, item, "articles"));
        var order = Map.of("articles", List.of(items.get(1)), "projects", List.of(items.get(0)));

        var arranged = api.ok(
                PUT, ISSUE + "/arrangement", Map.of("version", version(api.issue(issue)), "sections", order), issue);

        assertThat(arranged).containsEntry("sections", order);
        assertThat((Map<?, ?>) api.item(items.get(0)).get("placement"))
                .extracting("section")
                .isEqualTo("projects");
    }

    @Test
    void refusesAnArrangementThatLosesOrInventsAnEntry() {
        var issue = api.aDraft();
        var item = api.anItem();
        var read = version(api.place(issue, item, "articles"));

        for (var sections : List.of(
                Map.of("articles", List.<String>of()),
                Map.of("articles", List.of(item, item)),
                Map.of("articles", List.of(item, "tidings-weekly:other")),
                Map.of("books", List.of(item)))) {
            api.call(PUT, ISSUE + "/arrangement", Map.of("version", read, "sections", sections), issue)
                    .expectStatus()
                    .isEqualTo(422);
        }
    }

    @Test
    void keepsBlocksHeadlineAndDate() {
        var issue = api.aDraft();
        var block = Map.of("kind", "INTRO", "heading", Map.of("zh", "问候"), "text", Map.of("zh", "你好。"));

        var blocks = api.ok(PUT, ISSUE + "/blocks", Map.of("version", 1, "blocks", List.of(block)), issue);
        var details = api.ok(
                PATCH, ISSUE, Map.of("version", 2, "headline", Map.of("en", "Another"), "date", "2026-12-01"), issue);

        assertThat((List<?>) blocks.get("blocks")).hasSize(1);
        assertThat(details)
                .containsEntry("headline", Map.of("zh", "队列变快了", "en", "Another"))
                .containsEntry("date", "2026-12-01");
    }

    @Test
    void showsWhoWroteInBetween() {
        var issue = api.aDraft();
        api.ok(PATCH, ISSUE, Map.of("version", 1, "date", "2026-12-01"), issue);

        var refused = CurationApi.answer(api.call(PATCH, ISSUE, Map.of("version", 1, "date", "2026-12-02"), issue)
                .expectStatus()
                .isEqualTo(409));

        assertThat(refused).containsEntry("detail", "the issue is at version 2, you read version 1; read it again");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}",
                "{\"publication\": \"tidings-weekly\", \"date\": \"soon\"}",
                "{\"publication\": {\"$ne\": null}}",
                "{\"publication\": \"tidings-weekly\", \"number\": 1}"
            })
    void refusesADraftThatIsNone(String body) {
        api.call(POST, "/api/v1/issues", body).expectStatus().isBadRequest();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"articles\": null}", "{\"articles\": [null]}"})
    void refusesAnArrangementWithNothingInIt(String sections) {
        var body = "{\"version\": 1, \"sections\": %s}".formatted(sections);

        var refused = CurationApi.answer(api.call(PUT, ISSUE + "/arrangement", body, api.aDraft())
                .expectStatus()
                .isBadRequest());

        assertThat(refused)
                .containsEntry(
                        "detail", "section articles is or holds null; send the ids of its entries, or leave it out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[null]", "[{\"kind\": \"INTRO\", \"text\": {\"zh\": null}}]"})
    void refusesBlocksWithNothingInThem(String blocks) {
        var body = "{\"version\": 1, \"blocks\": %s}".formatted(blocks);

        api.call(PUT, ISSUE + "/blocks", body, api.aDraft()).expectStatus().isBadRequest();
    }

    @Test
    void removesADraftThatNothingStandsIn() {
        var issue = api.aDraft();
        var item = api.anItem();
        api.place(issue, item, "articles");

        var refused = CurationApi.answer(
                api.call(DELETE, ISSUE, null, issue).expectStatus().isEqualTo(409));
        api.ok(DELETE, ENTRIES + "/{item}", null, issue, item);

        assertThat(refused)
                .containsEntry("detail", "only a draft without entries can be removed; take its entries out first");
        api.call(DELETE, ISSUE, null, issue).expectStatus().isNoContent();
        api.call(DELETE, ISSUE, null, issue).expectStatus().isNotFound();
        api.call(PATCH, ISSUE, Map.of("version", 1, "date", "2026-12-01"), issue)
                .expectStatus()
                .isNotFound();
    }

    @Test
    void removesNoIssueThatIsApproved() {
        var issue = api.aReadyDraft();
        api.approve(issue);

        api.call(DELETE, ISSUE, null, issue).expectStatus().isEqualTo(409);
    }

    @Test
    void refusesWhatThePublicationDoesNotHave() {
        var issue = api.aDraft();
        var item = api.anItem();

        api.call(POST, "/api/v1/issues", Map.of("publication", "none"))
                .expectStatus()
                .isEqualTo(422);
        api.call(POST, "/api/v1/issues", Map.of("publication", "tidings-weekly", "headline", Map.of("de", "Titel")))
                .expectStatus()
                .isEqualTo(422);
        api.call(POST, ENTRIES, Map.of("itemId", item, "section", "books"), issue)
                .expectStatus()
                .isEqualTo(409);
        api.call(POST, ENTRIES, Map.of("itemId", item, "section", "articles", "position", 0), issue)
                .expectStatus()
                .isBadRequest();
        api.call(POST, ENTRIES, Map.of("itemId", "tidings-weekly:none", "section", "articles"), issue)
                .expectStatus()
                .isNotFound();
    }

    @Test
    void listsTheNewestFirst() {
        var older = api.aDraft();
        var newer = api.aDraft();

        var page = api.get("/api/v1/issues?publication=tidings-weekly&state=DRAFT&limit=200");

        assertThat((List<?>) page.get("issues"))
                .extracting(issue -> ((Map<?, ?>) issue).get("id"))
                .map(String::valueOf)
                .containsSubsequence(newer.compareTo(older) > 0 ? List.of(newer, older) : List.of(older, newer));
    }

    private Object created(String key) {
        var response = api.client()
                .post()
                .uri("/api/v1/issues")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("publication", "tidings-weekly"))
                .exchange()
                .expectStatus()
                .isCreated();
        return String.valueOf(CurationApi.answer(response).get("id"));
    }
}
