package app.tidings.platform.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.platform.fixture.FixtureService;
import app.tidings.platform.fixture.FixtureTest;
import app.tidings.platform.testing.TestFiles;
import app.tidings.platform.testing.TestStore;
import com.mongodb.client.MongoDatabase;
import java.util.Date;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;

class BrokerAwayReplayIT {

    @Test
    void isPutOffWhileTheBrokerIsAway() {
        try (var service = FixtureService.start(
                "--tidings.mongo.uri=" + TestStore.uri(),
                "--tidings.mongo.database=" + TestStore.freshDatabaseName(),
                "--tidings.access.api-token-file=" + TestFiles.with(FixtureTest.API_TOKEN),
                "--spring.kafka.producer.properties.max.block.ms=500",
                "--spring.cloud.stream.kafka.binder.brokers=127.0.0.1:1")) {
            service.getBean(MongoDatabase.class)
                    .getCollection("deadLetters")
                    .insertOne(new Document("_id", "a")
                            .append("topic", "ingest.links")
                            .append("reason", "r")
                            .append("parkedAt", new Date())
                            .append("value", new Binary("bad".getBytes(UTF_8))));

            var port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            var answer = FixtureTest.call(
                    port, "POST", "/api/v1/curation/dead-letters/a/replay", FixtureTest.API_TOKEN, null);

            assertThat(answer.getStatusCode().value()).isEqualTo(503);
            assertThat(answer.getBody()).contains("the broker does not answer");
        }
    }
}
