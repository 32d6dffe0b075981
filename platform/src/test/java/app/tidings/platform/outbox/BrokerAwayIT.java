package app.tidings.platform.outbox;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tidings.contracts.Event;
import app.tidings.contracts.ItemEvent;
import app.tidings.contracts.ItemEvent.ItemShortlisted;
import app.tidings.platform.fixture.FixtureService;
import app.tidings.platform.fixture.FixtureService.Handler;
import app.tidings.platform.fixture.TestLinks;
import app.tidings.platform.testing.EmbeddedBroker;
import app.tidings.platform.testing.ReadTopic;
import app.tidings.platform.testing.SendRecords;
import app.tidings.platform.testing.TestStore;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

class BrokerAwayIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    @Test
    void losesNothingWhileTheBrokerIsAwayFromTheStartAndInBetween(@TempDir Path directory) {
        try (var broker = new EmbeddedBroker(directory);
                var service = start(broker.bootstrapServers())) {
            var early = write(service, "weekly:early");
            broker.start();
            await().atMost(LONG).until(() -> pending(service) == 0);

            broker.stop();
            var late = write(service, "weekly:late");
            assertThat(pending(service)).isOne();
            broker.start();

            await().atMost(LONG).until(() -> pending(service) == 0);
            assertThat(sent(broker, early)).contains(early);
            assertThat(sent(broker, late)).contains(late);
            handlesAgain(service, broker);
        }
    }

    @Test
    void startsWhileTheNameOfTheBrokerLeadsNowhereAndGoesOnOverABrokerWithoutItsTopics(@TempDir Path directory)
            throws Exception {
        try (var broker = new EmbeddedBroker(directory)) {
            start("nowhere.invalid:9092").close();
            broker.start();
            try (var service = start(broker.bootstrapServers());
                    var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
                handlesAgain(service, broker);
                var topics = admin.listTopics().names().get();

                admin.deleteTopics(topics).all().get();

                await().atMost(LONG)
                        .until(() -> admin.listTopics().names().get().containsAll(topics));
                var event = write(service, "weekly:after");
                await().atMost(LONG).until(() -> pending(service) == 0);
                assertThat(sent(broker, event)).contains(event);
                handlesAgain(service, broker);
            }
        }
    }

    private static void handlesAgain(ConfigurableApplicationContext service, EmbeddedBroker broker) {
        var link = TestLinks.aLink();
        new SendRecords(broker.bootstrapServers()).event(link);
        var handler = service.getBean(Handler.class);
        await().atMost(LONG).untilAsserted(() -> assertThat(handler.handled).contains(link));
    }

    private static List<Event> sent(EmbeddedBroker broker, Event event) {
        return ReadTopic.events(broker.bootstrapServers(), ItemEvent.TOPIC, event.key());
    }

    private static ConfigurableApplicationContext start(String broker) {
        return FixtureService.start(
                "--tidings.outbox.sweep=300ms",
                "--tidings.mongo.uri=" + TestStore.uri(),
                "--tidings.mongo.database=" + TestStore.freshDatabaseName(),
                "--spring.cloud.stream.kafka.binder.brokers=" + broker,
                "--tidings.topics.check=500ms");
    }

    private static ItemEvent write(ConfigurableApplicationContext service, String id) {
        var items = service.getBean(MongoDatabase.class).getCollection("items");
        var event = new ItemShortlisted(id, "weekly", 1, TestLinks.NOW);
        service.getBean(Outbox.class)
                .write(
                        items,
                        id,
                        List.of(event),
                        unsent -> items.updateOne(
                                eq("_id", id), combine(set("v", 1), unsent.set()), new UpdateOptions().upsert(true)));
        return event;
    }

    private static long pending(ConfigurableApplicationContext service) {
        return service.getBean(MongoDatabase.class)
                .getCollection(Outbox.PENDING)
                .countDocuments();
    }
}
