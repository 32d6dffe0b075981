package app.tidings.platform.testing;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroundIT {

    @Test
    void givesEachAskerAnEmptyDatabase() {
        var first = TestStore.freshDatabase().getCollection("things");
        first.insertOne(new Document("_id", "a"));

        var second = TestStore.freshDatabase().getCollection("things");

        assertThat(first.countDocuments(eq("_id", "a"))).isOne();
        assertThat(second.countDocuments()).isZero();
    }

    @Test
    void carriesRecordsOverTheSharedBroker() throws Exception {
        createTopic(TestBroker.bootstrapServers(), "ground.carries");

        send(TestBroker.bootstrapServers(), "ground.carries", "hello");

        assertThat(readOne(TestBroker.bootstrapServers(), "ground.carries")).isEqualTo("hello");
    }

    @Test
    void createsNoTopicByItself() {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", TestBroker.bootstrapServers(), "max.block.ms", 1_500);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            assertThatThrownBy(() -> producer.partitionsFor("ground.unknown")).isInstanceOf(TimeoutException.class);
        }
    }

    @Test
    void keepsRecordsWhenItsOwnBrokerGoesAwayAndComesBack(@TempDir Path directory) throws Exception {
        try (var broker = new EmbeddedBroker(directory)) {
            broker.start();
            createTopic(broker.bootstrapServers(), "ground.kept");
            send(broker.bootstrapServers(), "ground.kept", "kept");
            broker.stop();

            broker.start();

            assertThat(readOne(broker.bootstrapServers(), "ground.kept")).isEqualTo("kept");
        }
    }

    private static Admin admin(String servers) {
        return Admin.create(Map.of("bootstrap.servers", servers));
    }

    private static void createTopic(String servers, String topic) throws Exception {
        try (var admin = admin(servers)) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
    }

    private static void send(String servers, String topic, String value) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, value)).get();
        }
    }

    private static String readOne(String servers, String topic) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", servers, "group.id", "ground", "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            return consumer.poll(Duration.ofSeconds(20)).iterator().next().value();
        }
    }
}
