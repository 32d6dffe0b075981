package app.tidings.platform.outbox;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.currentDate;
import static com.mongodb.client.model.Updates.inc;
import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.contracts.Event;
import app.tidings.contracts.EventCodec;
import app.tidings.contracts.Topic;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.bson.Document;

/**
 * Writes an aggregate and its events in one single-document write. Before it, the aggregate is marked in {@code pending},
 * so that a kill at any moment leaves either no change, or a change whose events are found and sent.
 */
public final class Outbox {

    /** A value above this, in bytes of UTF-8, lies in a document of its own, so that aggregates stay small. */
    static final int MAX_EMBEDDED = 32 * 1024;

    static final String PENDING = "pending";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final long SLOW_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final String service;
    private final MongoCollection<Document> pending;
    private final OutboxBodies bodies;
    private final Hints hints;
    private final TraceContext trace;

    /** Where the relay hears of finished writes. */
    @FunctionalInterface
    interface Hints {
        void written(String pendingId, String writeId);
    }

    Outbox(String service, MongoDatabase database, Hints hints, TraceContext trace) {
        this.service = service;
        this.pending = database.getCollection(PENDING);
        this.bodies = new OutboxBodies(database);
        this.hints = hints;
        this.trace = trace;
    }

    /**
     * Runs the write of the document {@code id} with the events as part of it.
     *
     * @param write the single-document write; it combines {@link Unsent#set()} or {@link Unsent#setOnInsert()} with its
     *     own change. It may find that nothing is to be changed; then the events are not sent either
     * @return what the write returned
     */
    public <T> T write(
            MongoCollection<Document> collection, String id, List<? extends Event> events, Function<Unsent, T> write) {
        return writeAll(collection, Map.of(id, events), unsent -> write.apply(Objects.requireNonNull(unsent.get(id))));
    }

    /**
     * Runs the writes of many documents, each with its events as part of it.
     *
     * @param events those of each document, by its id; at least one document, with at least one event each
     * @param write given what is unsent of each document, makes one write of each, in any order; each may find that nothing
     *     is to be changed, and its events are not sent then
     * @return what the write returned
     */
    public <T> T writeAll(
            MongoCollection<Document> collection,
            Map<String, ? extends List<? extends Event>> events,
            Function<Map<String, Unsent>, T> write) {
        var name = collection.getNamespace().getCollectionName();
        var writeIds = new HashMap<String, String>();
        var unsent = new HashMap<String, Unsent>();
        events.forEach((id, each) -> {
            var writeId = UUID.randomUUID().toString();
            writeIds.put(pendingId(name, id), writeId);
            unsent.put(id, unsent(each, pendingId(name, id), writeId));
        });
        mark(writeIds);
        var marked = System.nanoTime();
        var result = write.apply(unsent);
        if (System.nanoTime() - marked > SLOW_NANOS) {
            mark(writeIds); // this process may have stood still until its marks were taken for lost
        }
        writeIds.forEach(hints::written);
        return result;
    }

    private Unsent unsent(List<? extends Event> events, String pendingId, String writeId) {
        if (events.isEmpty()) {
            throw new IllegalArgumentException("a write through the outbox has at least one event");
        }
        var entries = new ArrayList<Document>();
        for (var event : events) {
            entries.add(entry(event, pendingId, entries.size()).append(Unsent.WRITE, writeId));
        }
        return new Unsent(entries);
    }

    /**
     * Hands what is unsent of a document that is to be deleted over to another of the same id, which has nothing else. The
     * deletion must find the document as it was read here, and reads it again where it does not.
     *
     * @param doomed as it was read
     * @param heirs the collection that takes its unsent events; what is sent is taken out there
     */
    public void handOver(Document doomed, MongoCollection<Document> heirs) {
        var unsent = doomed.get(Unsent.FIELD, new Document());
        if (unsent.isEmpty()) {
            return;
        }
        var pendingId = pendingId(heirs.getNamespace().getCollectionName(), doomed.getString("_id"));
        var writeId = UUID.randomUUID().toString();
        var entries = unsent.keySet().stream()
                .map(type -> new Document(unsent.get(type, Document.class)).append(Unsent.WRITE, writeId))
                .map(entry -> withOwnBody(entry, pendingId))
                .toList();
        mark(Map.of(pendingId, writeId));
        heirs.updateOne(eq("_id", doomed.getString("_id")), new Unsent(entries).set(), UPSERT);
        hints.written(pendingId, writeId);
    }

    /** Bodies go with the mark under which they were kept, so the heir's entry needs one of its own. */
    private Document withOwnBody(Document entry, String pendingId) {
        var body = entry.getString(Unsent.BODY);
        return body == null
                ? entry
                : entry.append(Unsent.BODY, bodies.keep(entry.getString("id") + "+", pendingId, bodies.read(body)));
    }

    private void mark(Map<String, String> writeIds) {
        var marks = writeIds.entrySet().stream()
                .map(each -> new UpdateOneModel<Document>(
                        eq("_id", each.getKey()),
                        combine(currentDate("marks." + each.getValue()), inc("n", 1L)),
                        UPSERT))
                .toList();
        pending.bulkWrite(marks, new BulkWriteOptions().ordered(false));
    }

    private Document entry(Event event, String pendingId, int sequence) {
        var encoded = EventCodec.encode(event);
        if (!Topic.named(encoded.topic()).writer().equals(service)) {
            throw new IllegalArgumentException("%s does not write topic %s".formatted(service, encoded.topic()));
        }
        var entry = new Document("id", encoded.id())
                .append("type", encoded.headers().get(EventCodec.TYPE))
                .append("topic", encoded.topic())
                .append("key", encoded.key())
                .append("version", event.version())
                .append("sequence", sequence)
                .append("headers", new Document(encoded.headers()));
        entry.append(TraceContext.FIELD, new Document(trace.current()));
        if (encoded.value().getBytes(UTF_8).length > MAX_EMBEDDED) {
            return entry.append(Unsent.BODY, bodies.keep(encoded.id(), pendingId, encoded.value()));
        }
        return entry.append(Unsent.VALUE, encoded.value());
    }

    static String pendingId(String collection, String id) {
        return collection + "/" + id;
    }
}
