package app.tidings.platform.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.platform.fixture.FixtureService;
import app.tidings.platform.fixture.FixtureTest;
import app.tidings.platform.testing.TestStore;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.web.client.RestClient;

class BrokerAwayReplayIT {

    @Test
    void isPutOffWhileTheBrokerIsAway(@TempDir Path directory) throws Exception {
        var token = Files.writeString(directory.resolve("api-token"), FixtureTest.API_TOKEN);
        try (var service = new SpringApplicationBuilder(FixtureService.class)
                .properties("spring.config.name=fixture-service")
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--tidings.mongo.uri=" + TestStore.uri(),
                        "--tidings.mongo.database=" + TestStore.freshDatabaseName(),
                        "--tidings.access.api-token-file=" + token,
                        "--spring.kafka.producer.properties.max.block.ms=500",
                        "--spring.cloud.stream.kafka.binder.brokers=127.0.0.1:1")) {
            service.getBean(MongoDatabase.class)
                    .getCollection("deadLetters")
                    .insertOne(new Document("_id", "a")
                            .append("topic", "ingest.links")
                            .append("reason", "r")
                            .append("parkedAt", new Date())
                            .append("value", new Binary("bad".getBytes(UTF_8))));

            var answer = RestClient.create()
                    .post()
                    .uri("http://127.0.0.1:%s/api/v1/curation/dead-letters/a/replay"
                            .formatted(service.getEnvironment().getProperty("local.server.port")))
                    .header("Authorization", "Bearer " + FixtureTest.API_TOKEN)
                    .retrieve()
                    .onStatus(status -> true, (sent, received) -> {})
                    .toEntity(String.class);

            assertThat(answer.getStatusCode().value()).isEqualTo(503);
            assertThat(answer.getBody()).contains("the broker does not answer");
        }
    }
}
