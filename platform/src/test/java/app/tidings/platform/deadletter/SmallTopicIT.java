package app.tidings.platform.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tidings.platform.fixture.FixtureService;
import app.tidings.platform.fixture.FixtureService.Handler;
import app.tidings.platform.fixture.TestLinks;
import app.tidings.platform.testing.EmbeddedBroker;
import app.tidings.platform.testing.SendRecords;
import app.tidings.platform.testing.TestStore;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallTopicIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    @Test
    void ofDeadLettersTakesWhatItCanAndBlocksNothing(@TempDir Path directory) throws Exception {
        try (var broker = new EmbeddedBroker(directory)) {
            broker.start();
            makeSmallTopic(broker);
            try (var service = FixtureService.start(
                    "--tidings.topics.partitions=1",
                    "--tidings.mongo.uri=" + TestStore.uri(),
                    "--tidings.mongo.database=" + TestStore.freshDatabaseName(),
                    "--spring.cloud.stream.kafka.binder.brokers=" + broker.bootstrapServers())) {
                var link = TestLinks.aLink();
                var send = new SendRecords(broker.bootstrapServers());
                send.record("ingest.links", "k", Map.of(), "bad ".repeat(50_000).getBytes(UTF_8));
                send.event(link);

                await().atMost(LONG)
                        .untilAsserted(() -> assertThat(service.getBean(Handler.class).handled)
                                .contains(link));
                await().atMost(LONG)
                        .untilAsserted(() -> assertThat(service.getBean(MongoDatabase.class)
                                        .getCollection("deadLetters")
                                        .find()
                                        .map(letter -> letter.getString("reason")))
                                .singleElement()
                                .asString()
                                .startsWith("value of 200000 bytes is larger than a message may have"));
            }
        }
    }

    private static void makeSmallTopic(EmbeddedBroker broker) throws Exception {
        var topic = new NewTopic("curation-service.dead-letters", 1, (short) 1)
                .configs(Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "50000"));
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(topic)).all().get();
        }
    }
}
