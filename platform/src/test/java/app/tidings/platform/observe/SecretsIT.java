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
import org.springframework.test.context.TestPropertySource;

/**
 * With the root logger at DEBUG, no secret and no content of a bad record comes into the log, with the facts of its lines,
 * or into a dead letter's reason. The loggers that {@code platform.yml} holds at INFO or WARN are held there for this; Kafka's
 * tells its whole configuration at INFO.
 */
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(
        properties = {
            "logging.level.root=DEBUG",
            "logging.level.app.tidings=DEBUG",
            "logging.level.org.apache.kafka=INFO",
            "spring.cloud.stream.kafka.binder.configuration.sasl.jaas.config=" + SecretsIT.BROKER_PASSWORD
        })
class SecretsIT extends FixtureTest {

    static final String BROKER_PASSWORD =
            "org.apache.kafka.common.security.plain.PlainLoginModule required password=\"canary-broker-31c0\";";

    private static final String SECRET = "canary-content-77aa";
    private static final String SIGNED_TOKEN = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJjYW5hcnktand0In0.c2lnbmF0dXJl";

    @Autowired
    MongoDatabase database;

    @Test
    void stayOutOfLogsAndReasons(CapturedOutput output) {
        post(API_TOKEN);
        post(API_TOKEN + "-wrong");
        post(SIGNED_TOKEN);
        var before = letters();
        SendRecords.toSharedBroker()
                .record("ingest.links", TestLinks.aLink().key(), Map.of("ce_type", SECRET), SECRET.getBytes(UTF_8));
        await().atMost(Duration.ofSeconds(30)).until(() -> letters() > before);

        var reasons = database.getCollection("deadLetters").find().map(each -> each.getString("reason"));
        assertThat(reasons).noneMatch(reason -> reason.contains(SECRET));
        assertThat(output.getAll())
                .contains("DEBUG")
                .contains("\"message\":\"record parked\"")
                .contains("\"topic\":\"ingest.links\"")
                .contains("sasl.jaas.config = [hidden]");
        assertThat(output.getAll()).doesNotContain(API_TOKEN, SIGNED_TOKEN, SECRET, "canary-broker");
    }

    private long letters() {
        return database.getCollection("deadLetters").countDocuments(new Document());
    }

    private void post(String token) {
        call("POST", "/api/v1/items?q=1", token, "{\"title\": \"a\", \"stars\": 1}");
    }
}
