package app.tidings.platform.mongo;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Records to documents and back. Instants are stored as dates, of whole milliseconds; everything else as Jackson sees it,
 * so sealed types carry the names that their {@code @JsonSubTypes} list. Unknown fields are ignored: a document may have
 * been written by a later version. A number that is missing is 0: it may have been written by an earlier one.
 */
public final class Documents {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, new InstantToDate())
                    .addSerializer(Date.class, new DateAsItIs())
                    .addDeserializer(Instant.class, new DateToInstant()))
            .build();

    private Documents() {}

    /** The record as a document. */
    public static Document toDocument(Object value) {
        return MAPPER.convertValue(value, Document.class);
    }

    /** Records as an array of documents. */
    public static List<Document> toDocuments(List<?> values) {
        return values.stream().map(Documents::toDocument).toList();
    }

    /** A document, or a document inside one, as a record. */
    public static <T> T toRecord(Map<String, ?> document, Class<T> type) {
        return MAPPER.convertValue(document, type);
    }

    /** An array of documents as records; none where there is no array. */
    public static <T> List<T> toRecords(@Nullable List<Document> documents, Class<T> type) {
        return documents == null
                ? List.of()
                : documents.stream().map(each -> toRecord(each, type)).toList();
    }

    private static final class InstantToDate extends ValueSerializer<Instant> {

        @Override
        public void serialize(Instant value, JsonGenerator generator, SerializationContext context) {
            generator.writeEmbeddedObject(Date.from(value));
        }
    }

    /** Dates of a document that is read stay dates on the way to the record. */
    private static final class DateAsItIs extends ValueSerializer<Date> {

        @Override
        public void serialize(Date value, JsonGenerator generator, SerializationContext context) {
            generator.writeEmbeddedObject(value);
        }
    }

    private static final class DateToInstant extends ValueDeserializer<Instant> {

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.getEmbeddedObject() instanceof Date date) {
                return date.toInstant();
            }
            return context.reportInputMismatch(Instant.class, "a date was expected");
        }
    }
}
