package app.tidings.contracts;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The AsyncAPI 3.0 document of all topics, generated from the contracts, so that it cannot differ from them. */
public final class AsyncApi {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Map<String, Object> schemas = new TreeMap<>();

    private AsyncApi() {}

    /** The document as JSON. */
    public static String document() {
        return JSON.writeValueAsString(new AsyncApi().root());
    }

    private Map<String, Object> root() {
        var channels = new LinkedHashMap<String, Object>();
        var operations = new LinkedHashMap<String, Object>();
        for (var topic : Topic.ALL) {
            channels.put(topic.name(), channel(topic));
            operations.put(topic.writer() + " writes " + topic.name(), operation("send", topic));
            topic.readers().stream()
                    .sorted()
                    .forEach(reader -> operations.put(reader + " reads " + topic.name(), operation("receive", topic)));
        }
        return map(
                "asyncapi",
                "3.0.0",
                "info",
                map("title", "Tidings events", "version", "1", "license", map("name", "Apache-2.0")),
                "defaultContentType",
                "application/json",
                "channels",
                channels,
                "operations",
                operations,
                "components",
                map("schemas", schemas));
    }

    private Map<String, Object> channel(Topic topic) {
        var messages = new TreeMap<String, Object>();
        topic.types().forEach((type, record) -> messages.put(type, message(type, record)));
        return map(
                "address",
                topic.name(),
                "description",
                topic.compacted() ? "compacted: the newest event of a key is the state" : "events in order by key",
                "messages",
                messages);
    }

    private Map<String, Object> message(String type, Class<?> record) {
        var payload = schema(record);
        return map(
                "name",
                type,
                "contentType",
                "application/json",
                "headers",
                map(
                        "type",
                        "object",
                        "required",
                        List.of("ce_specversion", "ce_id", "ce_source", "ce_type", "ce_subject", "ce_checksum")),
                "payload",
                map(
                        "allOf",
                        List.of(
                                payload,
                                map("properties", map("type", map("const", type)), "required", List.of("type")))));
    }

    private static Map<String, Object> operation(String action, Topic topic) {
        return map("action", action, "channel", map("$ref", "#/channels/" + topic.name()));
    }

    private Map<String, Object> schema(Type type) {
        if (type instanceof ParameterizedType generic) {
            var arguments = generic.getActualTypeArguments();
            return Collection.class.isAssignableFrom((Class<?>) generic.getRawType())
                    ? map("type", "array", "items", schema(arguments[0]))
                    : map("type", "object", "additionalProperties", schema(arguments[1]));
        }
        return ofClass((Class<?>) type);
    }

    private Map<String, Object> ofClass(Class<?> type) {
        if (type.isRecord()) {
            return reference(type);
        }
        if (type.isEnum()) {
            return map(
                    "enum",
                    Arrays.stream(type.getEnumConstants()).map(Object::toString).toList());
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return map("type", "integer");
        }
        var format = Map.<Class<?>, String>of(Instant.class, "date-time", LocalDate.class, "date", URI.class, "uri")
                .get(type);
        return format == null ? map("type", "string") : map("type", "string", "format", format);
    }

    private Map<String, Object> reference(Class<?> record) {
        var name = record.getSimpleName();
        if (!schemas.containsKey(name)) {
            schemas.put(name, Map.of()); // a record may hold itself
            var properties = new LinkedHashMap<String, Object>();
            for (var component : record.getRecordComponents()) {
                properties.put(component.getName(), schema(component.getGenericType()));
            }
            var required = Arrays.stream(record.getRecordComponents())
                    .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                    .map(RecordComponent::getName)
                    .toList();
            schemas.put(name, map("type", "object", "required", required, "properties", properties));
        }
        return map("$ref", "#/components/schemas/" + name);
    }

    private static Map<String, Object> map(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (var i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
