package app.tidings.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.springframework.kafka.support.KafkaHeaderMapper;
import org.springframework.messaging.MessageHeaders;

/**
 * The headers that cross the border, a closed list: CloudEvents attributes, the content type, the trace. Nothing else of a
 * record is ever looked at, so routing, class and retry headers that somebody forged have no effect.
 */
public final class EventHeaders implements KafkaHeaderMapper {

    private static final int MAX_VALUE_BYTES = 1024;

    /** The listed headers of a record as text. */
    public static Map<String, String> read(Headers headers) {
        var known = new HashMap<String, String>();
        headers.forEach(header -> {
            if (listed(header.key()) && header.value() != null && header.value().length <= MAX_VALUE_BYTES) {
                known.put(header.key(), new String(header.value(), UTF_8));
            }
        });
        return known;
    }

    private static boolean listed(String name) {
        return name.startsWith("ce_")
                || name.equals("content-type")
                || name.equals("traceparent")
                || name.equals("tracestate");
    }

    @Override
    public void fromHeaders(MessageHeaders headers, Headers target) {
        headers.forEach((name, value) -> {
            if (listed(name) && value instanceof String text) {
                target.remove(name).add(name, text.getBytes(UTF_8));
            }
        });
    }

    /** Nothing: an event says all that its reader may know. */
    @Override
    public void toHeaders(Headers source, Map<String, Object> target) {}
}
