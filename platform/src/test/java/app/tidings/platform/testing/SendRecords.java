package app.tidings.platform.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.contracts.Event;
import app.tidings.contracts.EventCodec;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** A producer that sends whatever it is told, the way a neighbour, or somebody hostile, would. */
public record SendRecords(String bootstrapServers) {

    /** Sends to the shared broker. */
    public static SendRecords toSharedBroker() {
        return new SendRecords(TestBroker.bootstrapServers());
    }

    /** Sends an event as its writer's relay does. */
    public void event(Event event) {
        var encoded = EventCodec.encode(event);
        record(
                encoded.topic(),
                encoded.key(),
                encoded.headers(),
                encoded.value().getBytes(UTF_8));
    }

    /** Sends any record and returns when the broker has it. */
    public void record(String topic, @Nullable String key, Map<String, String> headers, byte @Nullable [] value) {
        var record = new ProducerRecord<byte[], byte[]>(topic, key == null ? null : key.getBytes(UTF_8), value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        send(record);
    }

    /** Sends a record as it is, compressed, so that even one that is larger than a message may be gets past the broker. */
    public void send(ProducerRecord<byte[], byte[]> record) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "compression.type",
                        "gzip",
                        "max.request.size",
                        16 * 1024 * 1024),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(record).get();
        } catch (Exception e) {
            throw new IllegalStateException("could not send to " + record.topic(), e);
        }
    }
}
