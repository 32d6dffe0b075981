package app.tidings.ingest;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** What tests do with sources through the service's API. */
public record SourceApi(RestTestClient client) {

    private static final ParameterizedTypeReference<Map<String, Object>> OBJECT = new ParameterizedTypeReference<>() {};

    /** Adds a source that is polled only once an hour, and returns its id. */
    public String add(String publication, String feedUrl) {
        return add(Map.of(
                "publication", publication, "name", "Source of " + feedUrl, "feedUrl", feedUrl, "intervalMinutes", 60));
    }

    /** Adds a source that is polled by its own rhythm, and returns its id. */
    public String follow(String publication, String feedUrl) {
        return add(Map.of("publication", publication, "name", "Source of " + feedUrl, "feedUrl", feedUrl));
    }

    private String add(Map<String, Object> body) {
        var added = client.post()
                .uri("/api/v1/sources")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .expectStatus()
                .is2xxSuccessful();
        return text(object(added), "id");
    }

    /** Adds a source of whatever kind that is polled only once an hour, and returns the answer, be it a problem. */
    public Map<String, Object> add(String publication, Map<String, Object> connector) {
        var body =
                Map.of("publication", publication, "name", "A source", "intervalMinutes", 60, "connector", connector);
        return object(client.post()
                .uri("/api/v1/sources")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange());
    }

    /** The answer as a JSON object. */
    public static Map<String, Object> object(ResponseSpec answer) {
        var object = answer.expectBody(OBJECT).returnResult().getResponseBody();
        return object == null ? Map.of() : object;
    }

    public Map<String, Object> get(String id) {
        return read("/api/v1/sources/{id}", id);
    }

    /** Why a source shows nothing new. */
    public Map<String, Object> why(String id) {
        return read("/api/v1/sources/{id}/why", id);
    }

    /** What the service says of a link. */
    public Map<String, Object> link(String id) {
        return read("/api/v1/links/{id}", id);
    }

    private Map<String, Object> read(String uri, String id) {
        return object(client.get().uri(uri, id).exchange().expectStatus().isOk());
    }

    public void pollNow(String id) {
        client.post()
                .uri("/api/v1/sources/{id}/poll", id)
                .exchange()
                .expectStatus()
                .isAccepted();
    }

    /** Waits until the last poll has ended as wanted, and returns it. */
    public Map<String, Object> awaitPoll(String id, Predicate<Map<String, Object>> wanted) {
        return Awaitility.await()
                .atMost(IngestTest.LONG)
                .until(() -> part(get(id), "lastPoll"), poll -> !poll.isEmpty() && wanted.test(poll));
    }

    /** Asks for a poll and waits for its end. */
    public Map<String, Object> poll(String id) {
        var before = part(get(id), "lastPoll").getOrDefault("at", "");
        pollNow(id);
        return awaitPoll(id, poll -> !before.equals(poll.get("at")));
    }

    @SuppressWarnings("unchecked") // JSON objects have no other type
    public static Map<String, Object> part(Map<String, Object> whole, String name) {
        var part = whole.get(name);
        return part == null ? Map.of() : (Map<String, Object>) part;
    }

    public static List<?> list(Map<String, Object> whole, String name) {
        return whole.get(name) instanceof List<?> list ? list : List.of();
    }

    public static String text(Map<String, Object> whole, String name) {
        return String.valueOf(whole.get(name));
    }
}
