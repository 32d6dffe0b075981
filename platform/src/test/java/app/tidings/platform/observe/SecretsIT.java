package app.tidings.platform.observe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tidings.platform.fixture.FixtureTest;
import app.tidings.platform.fixture.TestLinks;
import app.tidings.platform.testing.SendRecords;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.client.RestClient;

/** With everything at DEBUG, no secret and no content of a bad record comes into the log or a dead letter's reason. */
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = {"logging.level.root=DEBUG", "logging.level.app.tidings=DEBUG"})
class SecretsIT extends FixtureTest {

    private static final String SECRET = "canary-content-77aa";

    @LocalServerPort
    int port;

    @Autowired
    MongoDatabase database;

    @Test
    void stayOutOfLogsAndReasons(CapturedOutput output) {
        call(API_TOKEN);
        call(API_TOKEN + "-wrong");
        var before = letters();
        SendRecords.toSharedBroker()
                .record("ingest.links", TestLinks.aLink().key(), Map.of("ce_type", SECRET), SECRET.getBytes(UTF_8));
        await().atMost(Duration.ofSeconds(30)).until(() -> letters() > before);

        var reasons = database.getCollection("deadLetters").find().map(each -> each.getString("reason"));
        assertThat(reasons).noneMatch(reason -> reason.contains(SECRET));
        assertThat(output.getAll()).contains("DEBUG").contains("record parked");
        assertThat(output.getAll()).doesNotContain(API_TOKEN).doesNotContain(SECRET);
    }

    private long letters() {
        return database.getCollection("deadLetters").countDocuments(new Document());
    }

    private void call(String token) {
        RestClient.create("http://127.0.0.1:" + port)
                .post()
                .uri("/api/v1/items?" + "q=1")
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"title\": \"a\", \"stars\": 1}")
                .retrieve()
                .onStatus(status -> true, (request, answer) -> {})
                .toBodilessEntity();
    }
}
