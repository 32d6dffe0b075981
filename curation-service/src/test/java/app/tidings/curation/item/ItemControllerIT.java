package app.tidings.curation.item;

import static app.tidings.curation.CurationApi.answer;
import static app.tidings.curation.CurationApi.version;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;

import app.tidings.contracts.ItemEvent;
import app.tidings.contracts.ItemEvent.ItemDeclined;
import app.tidings.contracts.ItemEvent.ItemEdited;
import app.tidings.contracts.ItemEvent.ItemShortlisted;
import app.tidings.curation.CurationApi;
import app.tidings.curation.CurationTest;
import app.tidings.platform.testing.ReadTopic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemControllerIT extends CurationTest {

    private static final String ITEM = "/api/v1/items/{id}";

    private CurationApi api;

    @BeforeEach
    void connect() {
        api = new CurationApi(api());
    }

    @Test
    void shortlistsOnceHoweverOftenItIsAsked() {
        var id = api.anItem();

        var first = api.ok(POST, ITEM + "/shortlist", null, id);
        var second = api.ok(POST, ITEM + "/shortlist", null, id);

        assertThat(second).isEqualTo(first).containsEntry("state", "SHORTLISTED");
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(ReadTopic.events(ItemEvent.TOPIC, id))
                        .filteredOn(ItemShortlisted.class::isInstance)
                        .hasSize(1));
    }

    @Test
    void declinesWithAReason() {
        var id = api.anItem();

        var declined = api.ok(POST, ITEM + "/decline", Map.of("reason", "off topic"), id);

        assertThat(declined).containsEntry("state", "DECLINED").containsEntry("declineReason", "off topic");
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(ReadTopic.events(ItemEvent.TOPIC, id))
                        .filteredOn(ItemDeclined.class::isInstance)
                        .extracting(event -> ((ItemDeclined) event).reason())
                        .containsExactly("off topic"));
    }

    @Test
    void declinesWithoutAReason() {
        assertThat(api.ok(POST, ITEM + "/decline", null, api.anItem())).containsEntry("state", "DECLINED");
    }

    @Test
    void savesWhatPeopleWriteAndLeavesTheRest() {
        var id = api.anItem();
        var edit = Map.of(
                "version", version(api.item(id)),
                "texts", Map.of("zh", Map.of("title", "标题\u202e", "comment", "很*快*。")),
                "section", "articles",
                "stars", 4321,
                "credits", List.of(Map.of("name", "Ada")));

        var saved = api.ok(PATCH, ITEM, edit, id);
        var later = api.write(id, "en", "A title", "A comment.");

        assertThat((Map<?, ?>) saved.get("texts")).hasSize(1);
        assertThat(textIn("zh", saved)).containsEntry("title", "标题").containsEntry("comment", "很*快*。");
        assertThat(later).containsEntry("section", "articles").containsEntry("stars", 4321);
        assertThat((Map<?, ?>) later.get("texts")).hasSize(2);
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(ReadTopic.events(ItemEvent.TOPIC, id))
                        .filteredOn(ItemEdited.class::isInstance)
                        .extracting(event -> ((ItemEdited) event).title())
                        .last()
                        .isEqualTo("标题"));
    }

    @Test
    void correctsWhatWasFoundAndTakesItBack() {
        var found = api.item(api.anItem());
        var id = String.valueOf(found.get("id"));
        var corrections =
                Map.of("language", "PT-br", "kind", "paper", "author", "Ada\u202e Quay", "publishedAt", "2126-01-02");

        var corrected = api.ok(PATCH, ITEM, edit(id, corrections), id);
        assertThat(corrected)
                .containsEntry("language", "pt-BR")
                .containsEntry("kind", "paper")
                .containsEntry("author", "Ada Quay")
                .containsEntry("publishedAt", "2126-01-02T00:00:00Z");
        assertThat(api.ok(PATCH, ITEM, edit(id, Map.of("stars", 7)), id)).containsEntry("author", "Ada Quay");
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(api.get("/api/v1/items?language=pt&kind=paper"))
                        .asString()
                        .contains(id));

        var taken =
                api.ok(PATCH, ITEM, edit(id, Map.of("language", "", "kind", "", "author", "", "publishedAt", "")), id);
        Stream.of("language", "kind", "author", "publishedAt")
                .forEach(each -> assertThat(taken).containsEntry(each, found.get(each)));
    }

    @Test
    void knowsALanguageByItsThreeLetters() {
        var id = api.anItem();

        assertThat(api.ok(PATCH, ITEM, edit(id, Map.of("language", "zho-TW")), id))
                .containsEntry("language", "zh-TW");
    }

    private Map<String, Object> edit(String id, Map<String, ?> changes) {
        var edit = new HashMap<String, Object>(changes);
        edit.put("version", version(api.item(id)));
        return edit;
    }

    @Test
    void linksThePageThatALanguageHasOfItsOwn() {
        var id = api.anItem();
        api.write(id, "zh", "标题", "评论。");

        var linked = api.ok(PATCH, ITEM, linking(id, "https://notes.example/zh/queue"), id);
        assertThat(textIn("zh", linked))
                .containsEntry("url", "https://notes.example/zh/queue")
                .containsEntry("title", "标题");
        api.call(PATCH, ITEM, linking(id, "javascript:alert(1)"), id)
                .expectStatus()
                .isBadRequest();
        assertThat(textIn("zh", api.ok(PATCH, ITEM, linking(id, ""), id))).containsEntry("url", null);
    }

    private Map<String, Object> linking(String id, String url) {
        return Map.of("version", version(api.item(id)), "texts", Map.of("zh", Map.of("url", url)));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> textIn(String language, Map<String, Object> item) {
        var texts = (Map<String, Map<String, Object>>) requireNonNull(item.get("texts"));
        return requireNonNull(texts.get(language));
    }

    @Test
    void savesTheSameEditTwiceAsOne() {
        var id = api.anItem();
        var edit = new HashMap<String, Object>(Map.of("version", version(api.item(id)), "stars", 7));

        var first = api.ok(PATCH, ITEM, edit, id);
        var second = api.ok(PATCH, ITEM, edit, id);

        assertThat(second).isEqualTo(first);
    }

    @Test
    void showsWhoWroteInBetween() {
        var id = api.anItem();
        var read = version(api.item(id));
        api.ok(PATCH, ITEM, Map.of("version", read, "stars", 7), id);

        var refused = answer(api.call(PATCH, ITEM, Map.of("version", read, "stars", 8), id)
                .expectStatus()
                .isEqualTo(409));

        assertThat(refused)
                .containsEntry(
                        "detail",
                        "the item is at version %d, you read version %d; read it again".formatted(read + 1, read));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{}",
                "{\"version\": \"x\"}",
                "{\"version\": 1, \"state\": \"PUBLISHED\"}",
                "{\"version\": 1, \"stars\": -1}",
                "{\"version\": 1, \"stars\": {\"$gt\": 0}}",
                "{\"version\": 1, \"images\": [{\"sha256\": \"nope\", \"alt\": \"\", \"caption\": \"\"}]}",
                "{\"version\": 1, \"credits\": [{\"name\": \"\"}]}",
                "{\"version\": 1, \"credits\": [{\"name\": \"\\u202e\"}]}"
            })
    void refusesAnEditThatIsNone(String body) {
        api.call(PATCH, ITEM, body, api.anItem()).expectStatus().isBadRequest();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"version": 1, "credits": [null]}                       | a credit is null; leave it out
            {"version": 1, "images": [null]}                        | an image is null; leave it out
            {"version": 1, "texts": {"zh": null}}                   | the text in zh is null; leave it out
            {"version": 1, "credits": [{"name": "<b></b>"}]}        | a credit has no name that can be printed
            {"version": 1, "language": "in English"}                | language is no language tag, such as en, zh or pt-BR
            {"version": 1, "language": "english"}                   | language is no language tag, such as en, zh or pt-BR
            {"version": 1, "language": "cn"}                        | language is no language tag, such as en, zh or pt-BR
            {"version": 1, "language": "und"}                       | language is no language tag, such as en, zh or pt-BR
            {"version": 1, "author": "<b></b>"}                     | author has no name that can be printed
            {"version": 1, "publishedAt": "+999999999-01-01T00:00:00Z"} | publishedAt is neither a day nor an instant, such as 2026-11-30 or 2026-11-30T08:00:00Z
            {"version": 1, "kind": "blog"}                          | kind is one of article, project, specification, video, podcast, audio, paper, discussion, pdf
            {"version": 1, "publishedAt": "yesterday"}              | publishedAt is neither a day nor an instant, such as 2026-11-30 or 2026-11-30T08:00:00Z
            """)
    void saysWhatIsWrongWithAnEdit(String body, String problem) {
        var refused =
                answer(api.call(PATCH, ITEM, body, api.anItem()).expectStatus().isBadRequest());

        assertThat(refused).containsEntry("detail", problem);
    }

    @Test
    void cleansTheNamesOfCredits() {
        var id = api.anItem();
        var credits = List.of(Map.of("name", " <b>A\u202eda</b>\nQuay ", "url", "https://ada.example/"));

        var saved = api.ok(PATCH, ITEM, Map.of("version", version(api.item(id)), "credits", credits), id);

        assertThat(saved).containsEntry("credits", List.of(Map.of("name", "Ada Quay", "url", "https://ada.example/")));
    }

    @Test
    void refusesALanguageOrSectionThatThePublicationDoesNotHave() {
        var id = api.anItem();
        var read = version(api.item(id));
        var german = Map.of("version", read, "texts", Map.of("de", Map.of("title", "Titel")));

        api.call(PATCH, ITEM, german, id).expectStatus().isEqualTo(422);
        api.call(PATCH, ITEM, Map.of("version", read, "section", "$where"), id)
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void knowsNoOtherItems() {
        api.call(GET, ITEM, null, "tidings-weekly:none").expectStatus().isNotFound();
        api.call(POST, ITEM + "/shortlist", null, "tidings-weekly:none")
                .expectStatus()
                .isNotFound();
        api.call(PATCH, ITEM, Map.of("version", 1), "tidings-weekly:none")
                .expectStatus()
                .isNotFound();
    }

    @Test
    void listsByStateInPages() {
        var ids = List.of(api.anItem(), api.anItem(), api.anItem());
        ids.forEach(id -> api.ok(POST, ITEM + "/decline", null, id));

        var page = api.get("/api/v1/items?publication=tidings-weekly&state=DECLINED&limit=2");
        var next = api.get(
                "/api/v1/items?publication=tidings-weekly&state=DECLINED&limit=2&cursor={c}",
                String.valueOf(page.get("next")));

        assertThat(idsOf(page)).hasSize(2);
        assertThat(idsOf(next)).isNotEmpty().doesNotContainAnyElementsOf(idsOf(page));
    }

    private static List<String> idsOf(Map<String, Object> page) {
        return ((List<?>) Objects.requireNonNull(page.get("items")))
                .stream()
                        .map(item -> String.valueOf(((Map<?, ?>) item).get("id")))
                        .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=x", "state=LOST", "state[$ne]=NEW&limit=-1"})
    void refusesAListThatCannotBe(String query) {
        api.call(GET, "/api/v1/items?" + query.replace("[", "%5B").replace("]", "%5D"), null)
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void letsNobodyInWithoutAToken() {
        var anybody = new CurationApi(anybody());

        anybody.call(GET, "/api/v1/items", null).expectStatus().isUnauthorized();
        anybody.call(POST, ITEM + "/shortlist", null, "x:y").expectStatus().isUnauthorized();
        anybody.call(GET, "/api/v1/issues", null).expectStatus().isUnauthorized();
        anybody.call(GET, "/api/v1/publications", null).expectStatus().isUnauthorized();
    }

    @Test
    void showsThePublications() {
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(api.get("/api/v1/publications/{id}", "tidings-weekly"))
                        .containsEntry("language", "zh"));
        api.call(GET, "/api/v1/publications/{id}", null, "none").expectStatus().isNotFound();
    }
}
