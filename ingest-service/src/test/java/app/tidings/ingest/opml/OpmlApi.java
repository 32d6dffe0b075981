package app.tidings.ingest.opml;

import static app.tidings.ingest.SourceApi.object;
import static app.tidings.ingest.SourceApi.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import app.tidings.ingest.IngestTest;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** What tests do with lists through the service's API. */
public record OpmlApi(RestTestClient client) {

    /** Sends a list; {@code more} are parameters beside the publication. */
    public ResponseSpec send(String publication, String list, String more) {
        return client.post()
                .uri("/api/v1/sources/imports?publication={p}" + more, publication)
                .contentType(new MediaType("text", "x-opml", UTF_8))
                .body(list)
                .exchange();
    }

    /** Sends a list that is taken, and returns the id of its import. */
    public String begin(String publication, String list) {
        var taken = send(publication, list, "").expectStatus().isAccepted();
        return text(object(taken), "id");
    }

    /** Sends a list and waits until it is in. */
    public Map<String, Object> run(String publication, String list) {
        return awaitEnd(begin(publication, list));
    }

    public Map<String, Object> get(String id) {
        return object(client.get()
                .uri("/api/v1/sources/imports/{id}", id)
                .exchange()
                .expectStatus()
                .isOk());
    }

    public Map<String, Object> awaitEnd(String id) {
        return await().atMost(IngestTest.LONG.multipliedBy(2))
                .until(() -> get(id), report -> text(report, "state").equals("done"));
    }

    /** All sources of a publication as a list. */
    public String written(String publication) {
        var bytes = client.get()
                .uri("/api/v1/sources/opml?publication={p}", publication)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return new String(bytes == null ? new byte[0] : bytes, UTF_8);
    }
}
