package app.tidings.platform.deadletter;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.platform.messaging.EventHeaders;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** Collection {@code deadLetters}: what the service could not handle, raw; {@code _id} says where and when it was written. */
final class DeadLetters {

    private final MongoCollection<Document> collection;

    DeadLetters(MongoDatabase database) {
        this.collection = database.getCollection("deadLetters");
    }

    /** Stores a record of the dead letter topic unless it is there already. */
    void keepFirst(ConsumerRecord<byte[], byte[]> dead) {
        var headers = new Document();
        EventHeaders.read(dead.headers()).forEach(headers::append);
        var origin = DeadLetterHeaders.read(dead.headers());
        var document = new Document("v", 1)
                .append("topic", origin.topic())
                .append("reason", origin.reason())
                .append("headers", headers)
                .append("parkedAt", new Date(dead.timestamp()))
                .append("bytes", dead.value() == null ? 0 : dead.value().length)
                .append("key", binary(dead.key()))
                .append("value", binary(dead.value()));
        collection.updateOne(
                eq("_id", origin.id()), new Document("$setOnInsert", document), new UpdateOptions().upsert(true));
    }

    /** A page of letters in the order of their ids, behind {@code after}; their values stay in the store. */
    List<DeadLetter> page(@Nullable String after, int limit) {
        return collection
                .find(after == null ? new Document() : gt("_id", after))
                .projection(Projections.exclude("value"))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .map(DeadLetters::letter)
                .into(new ArrayList<>());
    }

    Optional<Document> raw(String id) {
        return Optional.ofNullable(collection.find(eq("_id", id)).first());
    }

    void markReplayed(String id, Instant at) {
        collection.updateOne(eq("_id", id), Updates.set("replayedAt", Date.from(at)));
    }

    boolean discard(String id) {
        return collection.deleteOne(eq("_id", id)).getDeletedCount() == 1;
    }

    /** Forgets what was parked before that; says how many there were. */
    long dropOlderThan(Instant then) {
        return collection.deleteMany(lt("parkedAt", Date.from(then))).getDeletedCount();
    }

    long count() {
        return collection.estimatedDocumentCount();
    }

    private static @Nullable Binary binary(byte @Nullable [] bytes) {
        return bytes == null ? null : new Binary(bytes);
    }

    static DeadLetter letter(Document document) {
        var key = document.get("key", Binary.class);
        var headers = new TreeMap<String, String>();
        document.get("headers", new Document()).forEach((name, text) -> headers.put(name, String.valueOf(text)));
        var replayedAt = document.getDate("replayedAt");
        return new DeadLetter(
                document.getString("_id"),
                document.getString("topic"),
                key == null ? null : new String(key.getData(), UTF_8),
                document.getString("reason"),
                Map.copyOf(headers),
                document.getInteger("bytes", 0),
                document.getDate("parkedAt").toInstant(),
                replayedAt == null ? null : replayedAt.toInstant());
    }
}
