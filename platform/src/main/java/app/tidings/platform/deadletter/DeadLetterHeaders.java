package app.tidings.platform.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * What a dead letter's headers say of where it came from and why.
 *
 * @param position partition, offset and timestamp
 */
record DeadLetterHeaders(String topic, String position, String reason) {

    private static final String TOPIC = "dl_topic";
    private static final String POSITION = "dl_position";
    private static final String REASON = "dl_reason";
    private static final int MAX_REASON = 300;

    static DeadLetterHeaders of(ConsumerRecord<?, ?> failed, String reason) {
        var shortened = reason.length() > MAX_REASON ? reason.substring(0, MAX_REASON) : reason;
        var position = "%d/%d/%d".formatted(failed.partition(), failed.offset(), failed.timestamp());
        return new DeadLetterHeaders(failed.topic(), position, shortened);
    }

    static DeadLetterHeaders read(Headers headers) {
        return new DeadLetterHeaders(text(headers, TOPIC), text(headers, POSITION), text(headers, REASON));
    }

    private static String text(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null ? "unknown" : new String(header.value(), UTF_8);
    }

    void write(Headers headers) {
        headers.add(TOPIC, topic.getBytes(UTF_8));
        headers.add(POSITION, position.getBytes(UTF_8));
        headers.add(REASON, reason.getBytes(UTF_8));
    }

    /**
     * Where and when it was written, so that the same record is one dead letter however often it fails. The time tells it
     * from the record that has its place after the topic was lost and made anew.
     */
    String id() {
        return (topic + "/" + position).replace('/', '-');
    }
}
