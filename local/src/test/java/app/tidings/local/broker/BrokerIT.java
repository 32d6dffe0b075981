package app.tidings.local.broker;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.tidings.local.FreePorts;
import app.tidings.platform.testing.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerIT {

    private static final TopicPartition LINKS = new TopicPartition("test.links", 0);

    @TempDir
    private Path temporary;

    private final int port = FreePorts.one();
    private final int controllerPort = FreePorts.one();
    private final String servers = "127.0.0.1:" + port;
    private Path directory = Path.of("");

    @BeforeEach
    void placeTheData() {
        directory = temporary.resolve("broker");
    }

    @Test
    void keepsEveryAcknowledgedRecordOverKills() throws Exception {
        long seed = Long.getLong("tidings.test.seed", System.nanoTime());
        System.err.println("BrokerIT seed " + seed);
        var random = new Random(seed);
        var acknowledged = new ConcurrentLinkedQueue<String>();
        for (int round = 0; round < 3; round++) {
            produceUntilKilled("r" + round + "-", 500 + random.nextInt(4_000), acknowledged);
        }
        try (var broker = open()) {
            var lost = new HashSet<>(acknowledged);
            readAll(broker).forEach(lost::remove);
            assertThat(lost).isEmpty();
        }
    }

    @Test
    void keepsTopicsRecordsAndOffsetsOverStopAndStart() throws Exception {
        try (var _ = open()) {
            createTopic();
            send("one");
            commit(7);
        }
        try (var broker = open()) {
            assertThat(readAll(broker)).containsExactly("one");
            assertThat(committed()).isEqualTo(7);
        }
    }

    @Test
    void carriesTheLargestMessage() throws Exception {
        var largest = "x".repeat(2 * 1024 * 1024);
        try (var broker = open()) {
            createTopic();
            send(largest);
            assertThat(readAll(broker)).containsExactly(largest);
        }
    }

    @Test
    void createsNoTopicByItself() {
        try (var _ = open();
                var producer = producer(Map.of("max.block.ms", 1_500))) {
            assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> producer.partitionsFor("test.unknown"));
        }
    }

    @Test
    void formatsAgainWhatAKillLeftHalfFormatted() throws Exception {
        Files.createDirectories(directory.resolve("half"));
        Files.createDirectories(directory.resolveSibling("broker.formatting").resolve("half"));

        try (var broker = open()) {
            createTopic();
            assertThat(readAll(broker)).isEmpty();
        }
    }

    @Test
    void refusesADirectoryThatIsOpenAlready() {
        try (var _ = open()) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> Broker.open(directory, FreePorts.one(), FreePorts.one()))
                    .withMessageContaining("another process has the broker in " + directory);
        }
    }

    private Broker open() {
        return Broker.open(directory, port, controllerPort);
    }

    private void produceUntilKilled(String round, int wanted, Queue<String> acknowledged) throws Exception {
        var reached = new CountDownLatch(wanted);
        try (var child = ChildJvm.start(BrokerProcess.class, directory.toString(), "" + port, "" + controllerPort);
                var producer = producer(Map.of("max.block.ms", 2_000, "delivery.timeout.ms", 31_000))) {
            if (round.startsWith("r0")) {
                createTopic();
            }
            for (int i = 0; reached.getCount() > 0; i++) {
                var value = round + i;
                var _ = producer.send(new ProducerRecord<>(LINKS.topic(), value), (_, failure) -> {
                    if (failure == null) {
                        acknowledged.add(value);
                        reached.countDown();
                    }
                });
            }
            child.kill();
            producer.close(Duration.ZERO);
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", servers));
    }

    private void createTopic() throws Exception {
        try (var admin = admin()) {
            admin.createTopics(List.of(new NewTopic(LINKS.topic(), 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    private KafkaProducer<String, String> producer(Map<String, Object> settings) {
        var all = new HashMap<>(settings);
        all.put("bootstrap.servers", servers);
        return new KafkaProducer<>(all, new StringSerializer(), new StringSerializer());
    }

    private void send(String value) throws Exception {
        try (var producer = producer(Map.of("max.request.size", 3_000_000))) {
            producer.send(new ProducerRecord<>(LINKS.topic(), value)).get();
        }
    }

    private void commit(long offset) {
        try (var consumer = consumer()) {
            consumer.assign(List.of(LINKS));
            consumer.commitSync(Map.of(LINKS, new OffsetAndMetadata(offset)));
        }
    }

    private long committed() {
        try (var consumer = consumer()) {
            return requireNonNull(consumer.committed(Set.of(LINKS)).get(LINKS)).offset();
        }
    }

    private List<String> readAll(Broker broker) {
        assertThat(broker.bootstrapServers()).isEqualTo(servers);
        var values = new ArrayList<String>();
        try (var consumer = consumer()) {
            consumer.assign(List.of(LINKS));
            consumer.seekToBeginning(List.of(LINKS));
            long end = requireNonNull(consumer.endOffsets(List.of(LINKS)).get(LINKS));
            while (consumer.position(LINKS) < end) {
                consumer.poll(Duration.ofSeconds(5)).forEach(each -> values.add(each.value()));
            }
        }
        return values;
    }

    private KafkaConsumer<String, String> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers, "group.id", "test", "enable.auto.commit", false),
                new StringDeserializer(),
                new StringDeserializer());
    }
}
