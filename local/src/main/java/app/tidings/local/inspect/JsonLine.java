package app.tidings.local.inspect;

import java.io.StringWriter;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** An object of JSON in one line, written field by field: to bind objects would cost most of the start. */
final class JsonLine {

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator generator;

    private JsonLine(JsonGenerator generator) {
        this.generator = generator;
    }

    /** The line that the fields make. */
    static String of(Consumer<JsonLine> fields) {
        var line = new StringWriter();
        try (var generator = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            object(new JsonLine(generator), fields);
        }
        return line.toString();
    }

    private static void object(JsonLine json, Consumer<JsonLine> fields) {
        json.generator.writeStartObject();
        fields.accept(json);
        json.generator.writeEndObject();
    }

    /** A field with a value as it prints itself; null where there is none, or an empty one. */
    JsonLine text(String name, @Nullable Object value) {
        var text = value == null ? "" : value.toString();
        if (text.isEmpty()) {
            generator.writeNullProperty(name);
        } else {
            generator.writeStringProperty(name, text);
        }
        return this;
    }

    /** A field with a list of objects. */
    <T> JsonLine list(String name, List<T> values, BiConsumer<JsonLine, T> fields) {
        generator.writeArrayPropertyStart(name);
        values.forEach(value -> object(this, json -> fields.accept(json, value)));
        generator.writeEndArray();
        return this;
    }
}
