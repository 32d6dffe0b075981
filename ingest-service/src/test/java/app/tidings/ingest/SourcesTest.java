package app.tidings.ingest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** What tests with sources begin with: a web to be polled, a publication that no other test has, and the API. */
public abstract class SourcesTest extends IngestTest {

    protected final FeedServer web = new FeedServer();
    protected final String publication = aPublication();
    protected SourceApi sources;

    @BeforeEach
    protected final void signIn() {
        sources = new SourceApi(api());
    }

    @AfterEach
    protected final void closeTheWeb() {
        web.close();
    }

    /** Sends JSON to the API. */
    protected final ResponseSpec post(String path, Object body) {
        return api().post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    /** Changes a source to what is sent. */
    protected final ResponseSpec put(String id, Object body) {
        return api().put()
                .uri("/api/v1/sources/{id}", id)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }
}
