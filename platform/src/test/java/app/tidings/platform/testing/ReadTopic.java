package app.tidings.platform.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.contracts.Event;
import app.tidings.contracts.EventCodec;
import app.tidings.platform.messaging.EventHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic from its beginning, as somebody outside would. */
public final class ReadTopic {

    private ReadTopic() {}

    /** Every record of a key, in order. */
    public static List<ConsumerRecord<byte[], byte[]>> records(String topic, String key) {
        return records(TestBroker.bootstrapServers(), topic, key);
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(String broker, String topic, String key) {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker);
        var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(each -> new TopicPartition(topic, each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    if (record.key() != null && key.equals(new String(record.key(), UTF_8))) {
                        found.add(record);
                    }
                }
            }
        }
        return found;
    }

    /** Every event of a key, in order. */
    public static List<Event> events(String topic, String key) {
        return events(TestBroker.bootstrapServers(), topic, key);
    }

    /** The same of a broker that is not the shared one. */
    public static List<Event> events(String broker, String topic, String key) {
        return records(broker, topic, key).stream()
                .map(record -> EventCodec.decode(topic, key, EventHeaders.read(record.headers()), record.value()))
                .toList();
    }
}
