package app.tidings.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Headers;
import org.springframework.kafka.support.KafkaHeaderMapper;
import org.springframework.messaging.MessageHeaders;

/**
 * The headers that cross the border, a closed list: CloudEvents attributes, the content type, the trace. Nothing else of a
 * record is ever looked at, so routing, class and retry headers that somebody forged have no effect.
 */
public final class EventHeaders implements KafkaHeaderMapper {

    private static final int MAX_HEADERS = 32;
    private static final int MAX_VALUE_BYTES = 1024;
    private static final Pattern LISTED = Pattern.compile("ce_[a-z0-9]{1,20}|content-type|traceparent|tracestate");

    /** The listed headers of a record as text, as many as there may be and of those that are short enough. */
    public static Map<String, String> read(Headers headers) {
        var known = new HashMap<String, String>();
        for (var header : headers) {
            var value = header.value();
            if (listed(header.key())
                    && value != null
                    && value.length <= MAX_VALUE_BYTES
                    && known.size() < MAX_HEADERS) {
                known.put(header.key(), new String(value, UTF_8));
            }
        }
        return known;
    }

    /** CloudEvents 1.0 §3.1 names its attributes with at most 20 lower-case letters and digits. */
    private static boolean listed(String name) {
        return LISTED.matcher(name).matches();
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
