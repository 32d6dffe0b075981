package app.tidings.curation.paste;

import static app.tidings.curation.TestLinks.aLink;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import app.tidings.curation.CurationApi;
import app.tidings.curation.CurationTest;
import app.tidings.curation.page.TestPages;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GiveTextIT extends CurationTest {

    private static final String TEXT = "/api/v1/items/{id}/text";
    private static final Map<String, String> PASTED = Map.of("text", "我们把队列的索引补上了，处理一条消息只要两毫秒。这件事谁都没有想到，因为从来没有人测量过它。");

    private final String path = "/" + UUID.randomUUID();
    private CurationApi api;
    private String id = "";

    @BeforeEach
    void takeInAPageThatCannotBeRead() {
        api = new CurationApi(api());
        id = api.anItem(aLink(WEB.on(path, exchange -> exchange.sendResponseHeaders(403, -1))));
    }

    @Test
    void findsLanguageAndSummaryOfWhatAPersonGave() {
        var given = api.ok(PUT, TEXT, PASTED, id);

        awaitFlag();
        assertThat(given).containsEntry("pasted", true).containsEntry("characters", 46);
        assertThat(api.get(TEXT, id)).isEqualTo(given);
        assertThat(api.item(id)).containsEntry("language", "zh");
        assertThat(String.valueOf(api.item(id).get("excerpt"))).startsWith("我们把队列的索引补上了");
        assertThat(quality()).contains("no-page", "http-403", "pasted-text").doesNotContain("no-text", "no-summary");
        assertThat(WEB.askedFor(path)).isEqualTo(1);
    }

    @Test
    void isNotOverwrittenByWhatThePageSaysLater() {
        api.ok(PUT, TEXT, PASTED, id);
        awaitFlag();
        WEB.onPage(path, TestPages.ENGLISH.replace("/pictures/queue.png", "/none.png"));

        api.ok(POST, "/api/v1/items/{id}/enrich", null, id);

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(api.item(id)).containsEntry("title", "How we made the queue fast"));
        assertThat(api.item(id)).containsEntry("language", "zh").containsEntry("text", PASTED.get("text"));
        assertThat(quality()).contains("pasted-text").doesNotContain("no-page");
    }

    @Test
    void givesWayToThePageWhenItIsTakenBack() {
        api.ok(PUT, TEXT, PASTED, id);
        awaitFlag();
        WEB.onPage(path, TestPages.ENGLISH.replace("/pictures/queue.png", "/none.png"));

        api.call(DELETE, TEXT, null, id).expectStatus().isNoContent();

        await().atMost(LONG).untilAsserted(() -> assertThat(api.item(id)).containsEntry("language", "en"));
        assertThat(quality()).doesNotContain("pasted-text", "no-page");
        assertThat(api.get(TEXT, id)).containsEntry("pasted", false);
        assertThat(String.valueOf(api.get(TEXT, id).get("html"))).contains("<p>", "a single missing index");
    }

    @Test
    void refusesWhatCannotBeRead() {
        api.call(GET, TEXT, null, id).expectStatus().isNotFound();
        api.call(PUT, TEXT, Map.of("html", "<script>x()</script>"), id)
                .expectStatus()
                .isEqualTo(422);
        api.call(PUT, TEXT, Map.of("html", "<p>a", "text", "a"), id)
                .expectStatus()
                .isBadRequest();
        api.call(PUT, TEXT, PASTED, "tidings-weekly:none").expectStatus().isNotFound();
        api.call(DELETE, TEXT, null, "tidings-weekly:none").expectStatus().isNotFound();
    }

    @Test
    void showsATextThatWasKeptBeforeItsStructureWas() {
        database.getCollection("itemTexts").insertOne(new Document("_id", id).append("text", "Old."));

        assertThat(api.get(TEXT, id)).containsEntry("text", "Old.").containsEntry("html", null);
    }

    private void awaitFlag() {
        await().atMost(LONG).until(() -> quality().contains("pasted-text"));
    }

    private List<String> quality() {
        return ((List<?>) requireNonNull(api.item(id).get("quality")))
                .stream().map(String::valueOf).toList();
    }
}
