package app.tidings.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events to Kafka records and back: JSON as the value, CloudEvents 1.0 attributes in headers (binary content mode of the
 * Kafka protocol binding §3.2), with the extensions {@code version} and {@code checksum}. The checksum covers topic, key,
 * type and value, so that a record that strayed to another topic is refused.
 */
public final class EventCodec {

    /** Largest value of a record, in bytes. */
    public static final int MAX_BYTES = 2 * 1024 * 1024;

    public static final String CONTENT_TYPE = "content-type";
    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String CHECKSUM = "ce_checksum";

    private static final int MAX_DEPTH = 64;
    private static final int MAX_NUMBER_LENGTH = 100;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(MAX_BYTES)
                            .maxStringLength(MAX_BYTES)
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_NUMBER_LENGTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private EventCodec() {}

    /** The record that says an event: where to, under which key, with which headers; the value is JSON, sent as UTF-8. */
    public record Encoded(String topic, String key, Map<String, String> headers, String value) {

        /** The event's id, the same each time it is sent. */
        public String id() {
            return headers.getOrDefault(ID, "");
        }
    }

    /** Writes an event. Refuses one whose value is larger than {@link #MAX_BYTES}. */
    public static Encoded encode(Event event) {
        var topic = Topic.of(event);
        var type = Topic.typeOf(event);
        var bytes = JSON.writerFor(topic.events()).writeValueAsString(event).getBytes(UTF_8);
        if (bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException("%s of %s has %d bytes; a message may have %d"
                    .formatted(type, event.key(), bytes.length, MAX_BYTES));
        }
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put(ID, Ids.event(event.key(), event.version(), type));
        headers.put("ce_source", "/" + topic.writer() + "-service");
        headers.put(TYPE, type);
        headers.put("ce_subject", event.key());
        headers.put("ce_time", event.occurredAt().toString());
        headers.put("ce_version", Long.toString(event.version()));
        headers.put(CHECKSUM, checksum(topic.name(), event.key(), type, bytes));
        headers.put(CONTENT_TYPE, "application/json");
        var value = new String(
                bytes, UTF_8); // of the same bytes as the checksum: half a character of a text is lost in them
        return new Encoded(topic.name(), event.key(), Map.copyOf(headers), value);
    }

    /**
     * Reads a record. Unknown fields are ignored; everything else that is not exactly an event of the topic is refused.
     *
     * @throws BadEvent if it is not an event of the topic
     */
    public static Event decode(
            String topicName, @Nullable String key, Map<String, String> headers, byte @Nullable [] value) {
        var topic = Topic.named(topicName);
        if (value == null) {
            throw new BadEvent("record has no value");
        }
        var type = headers.get(TYPE);
        if (type == null) {
            throw new BadEvent("header ce_type is missing");
        }
        if (!topic.types().containsKey(type)) {
            throw new BadEvent("event type is not one of topic " + topicName);
        }
        var stated = headers.getOrDefault(CHECKSUM, "").getBytes(UTF_8);
        var actual = checksum(topicName, key == null ? "" : key, type, value).getBytes(UTF_8);
        if (!MessageDigest.isEqual(actual, stated)) {
            throw new BadEvent("checksum does not match topic, key, type and value");
        }
        return read(topic, type, key, headers, value);
    }

    private static Event read(
            Topic topic, String type, @Nullable String key, Map<String, String> headers, byte[] value) {
        try {
            JsonNode tree = JSON.readTree(value);
            if (!tree.isObject() || !type.equals(tree.path("type").asString(""))) {
                throw new BadEvent("type in the value is not the one in the headers");
            }
            Event event = JSON.treeToValue(tree, topic.events());
            var id = Ids.event(event.key(), event.version(), type);
            if (!event.key().equals(key) || !id.equals(headers.get(ID))) {
                throw new BadEvent("key or id is not that of the event");
            }
            return event;
        } catch (DatabindException e) {
            throw new BadEvent("value is not a valid " + type + ": " + reasonOf(e));
        } catch (JacksonException e) {
            throw new BadEvent("value is not valid JSON");
        }
    }

    /** Only a guard of ours speaks for itself; the message of anything else could repeat the content, so it tells the place. */
    private static String reasonOf(DatabindException fault) {
        return fault.getCause() instanceof BadValue guard ? String.valueOf(guard.getMessage()) : "at " + place(fault);
    }

    /** Names of fields and places in lists; the keys of a map are content. */
    private static String place(DatabindException fault) {
        return fault.getPath().stream()
                .map(step -> step.getPropertyName() == null
                        ? "[" + step.getIndex() + "]"
                        : step.from() instanceof Map ? ".*" : "." + step.getPropertyName())
                .collect(Collectors.joining());
    }

    private static String checksum(String topic, String key, String type, byte[] value) {
        var bytes = new ByteArrayOutputStream(value.length + 256);
        bytes.writeBytes((topic + "\n" + key + "\n" + type + "\n").getBytes(UTF_8));
        bytes.writeBytes(value);
        return Ids.contentHash(bytes.toByteArray());
    }
}
