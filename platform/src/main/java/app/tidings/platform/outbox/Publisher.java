package app.tidings.platform.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.bson.Document;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.support.MessageBuilder;

/** Puts one entry of an outbox on its topic and returns when the broker has it. */
final class Publisher {

    private final StreamBridge bridge;
    private final TraceContext trace;

    Publisher(StreamBridge bridge, TraceContext trace) {
        this.bridge = bridge;
        this.trace = trace;
    }

    /** Throws when the broker did not take it; the entry then stays where it is. */
    void publish(Document entry, String value) {
        trace.resume(entry, () -> send(entry, value));
    }

    private void send(Document entry, String value) {
        var message = MessageBuilder.withPayload(value.getBytes(UTF_8))
                .setHeader(KafkaHeaders.KEY, entry.getString("key").getBytes(UTF_8));
        var headers = entry.get("headers", Document.class);
        headers.keySet().forEach(name -> message.setHeader(name, headers.getString(name)));
        if (!bridge.send(entry.getString("topic"), message.build())) {
            throw new IllegalStateException("topic %s did not take the event".formatted(entry.getString("topic")));
        }
    }
}
