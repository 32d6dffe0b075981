package app.tidings.curation;

import app.tidings.platform.testing.TestBroker;
import app.tidings.platform.testing.TestFiles;
import app.tidings.platform.testing.TestStore;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Runs the service over the broker and the store of the tests; all subclasses share one context. */
@SpringBootTest(
        classes = CurationApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=curation-service",
            "management.server.port=0",
            "tidings.outbox.sweep=200ms",
            "tidings.fetch.allowed-private=127.0.0.0/8",
            "tidings.fetch.per-host=8",
            "tidings.fetch.first-byte-timeout=2s",
            "tidings.fetch.total-timeout=6s",
            "tidings.curation.enrich-retry=200ms",
            "tidings.curation.model.retry=200ms",
            "tidings.curation.model.timeout=2s",
            "tidings.curation.model.daily-calls=1000000",
            "tidings.curation.refresh.within=5s",
            "tidings.curation.refresh.after=0s",
            "tidings.curation.tend=200ms",
            "tidings.curation.profile-check=500ms",
            "tidings.curation.issue-patience=2s"
        })
public abstract class CurationTest {

    public static final String API_TOKEN = "test-bootstrap-token-0123456789abcdef";
    public static final String MODEL_KEY = "canary-model-key-5d1f";
    public static final Duration LONG = Duration.ofMinutes(1);
    protected static final PageServer WEB = new PageServer();

    @Autowired
    protected MongoDatabase database;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        TestBroker.register(registry);
        TestStore.register(registry);
        var token = TestFiles.with(API_TOKEN + "\n");
        registry.add("tidings.access.api-token-file", token::toString);
        registry.add("tidings.curation.model.endpoint", () -> WEB.url("/model"));
        var modelKey = TestFiles.with(MODEL_KEY + "\n");
        registry.add("tidings.curation.model.key-file", modelKey::toString);
        registry.add("tidings.curation.github-api", () -> WEB.url("/github"));
        registry.add("tidings.curation.gitlab[0].site", () -> WEB.url("/gitlab"));
        registry.add("tidings.curation.gitee[0].site", () -> WEB.url("/gitee"));
        registry.add("tidings.curation.forgejo[0].site", () -> WEB.url("/forgejo"));
    }

    /** Many tests show the same article, and none means that of another. */
    @BeforeEach
    void forgetWhatOthersRead() {
        for (var each : List.of("mergeJobs", "traces", "readings")) {
            database.getCollection(each).deleteMany(new Document());
        }
    }

    /** A client of the service's API that holds the token. */
    protected RestTestClient api() {
        return anybody()
                .mutate()
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + API_TOKEN)
                .build();
    }

    /** A client of the service's API without a token. */
    protected RestTestClient anybody() {
        return RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }
}
