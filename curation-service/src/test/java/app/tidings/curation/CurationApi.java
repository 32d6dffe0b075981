package app.tidings.curation;

import static org.awaitility.Awaitility.await;

import app.tidings.contracts.LinkEvent.LinkFound;
import app.tidings.platform.testing.SendRecords;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** What tests do through the service's API. */
public record CurationApi(RestTestClient client) {

    private static final ParameterizedTypeReference<Map<String, Object>> OBJECT = new ParameterizedTypeReference<>() {};

    public ResponseSpec call(HttpMethod method, String path, @Nullable Object body, Object... ids) {
        var request = client.method(method).uri(path, ids);
        return body == null
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON).body(body).exchange();
    }

    /** What a call that must succeed answers. */
    public Map<String, Object> ok(HttpMethod method, String path, @Nullable Object body, Object... ids) {
        return answer(call(method, path, body, ids).expectStatus().is2xxSuccessful());
    }

    public static Map<String, Object> answer(ResponseSpec response) {
        return Objects.requireNonNull(response.expectBody(OBJECT).returnResult().getResponseBody());
    }

    public Map<String, Object> get(String path, Object... ids) {
        return ok(HttpMethod.GET, path, null, ids);
    }

    public Map<String, Object> item(String id) {
        return get("/api/v1/items/{id}", id);
    }

    public Map<String, Object> issue(String id) {
        return get("/api/v1/issues/{id}", id);
    }

    public static long version(Map<String, Object> answer) {
        return ((Number) Objects.requireNonNull(answer.get("version"))).longValue();
    }

    /** Lets a link in and waits until it has been looked up; returns the item's id. */
    public String anItem() {
        return anItem(TestLinks.aLink());
    }

    public String anItem(LinkFound link) {
        SendRecords.toSharedBroker().event(link);
        await().atMost(CurationTest.LONG).until(() -> isEnriched(link.linkId()));
        return link.linkId();
    }

    private boolean isEnriched(String id) {
        var found = client.get()
                .uri("/api/v1/items/{id}", id)
                .exchange()
                .expectBody(OBJECT)
                .returnResult();
        var item = found.getResponseBody();
        return found.getStatus().value() == 200 && item != null && Boolean.TRUE.equals(item.get("enriched"));
    }

    /** An item that is ready to be printed. */
    public String aReadyItem() {
        var id = anItem();
        write(id, "zh", "标题", "评论。");
        write(id, "en", "A title", "A comment.");
        return id;
    }

    public Map<String, Object> write(String id, String language, String title, String comment) {
        var texts = Map.of(language, Map.of("title", title, "comment", comment));
        return ok(HttpMethod.PATCH, "/api/v1/items/{id}", Map.of("version", version(item(id)), "texts", texts), id);
    }

    /** A draft with a headline; returns its id. */
    public String aDraft() {
        var draft = Map.of(
                "publication",
                TestLinks.PUBLICATION,
                "headline",
                Map.of("zh", "队列变快了", "en", "Queues got fast"),
                "date",
                "2026-11-22");
        return String.valueOf(ok(HttpMethod.POST, "/api/v1/issues", draft).get("id"));
    }

    public Map<String, Object> place(String issueId, String itemId, String section) {
        return ok(
                HttpMethod.POST, "/api/v1/issues/{id}/entries", Map.of("itemId", itemId, "section", section), issueId);
    }

    /** A draft that can be approved. */
    public String aReadyDraft() {
        var id = aDraft();
        place(id, aReadyItem(), "articles");
        return id;
    }

    public static Map<String, Object> approval(long version) {
        return Map.of("version", version, "announce", Map.of("mode", "SUBSCRIBERS"));
    }

    public Map<String, Object> approve(String issueId) {
        return ok(HttpMethod.POST, "/api/v1/issues/{id}/approve", approval(version(issue(issueId))), issueId);
    }
}
