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
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.List;
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
        if (events.isEmpty()) {
            throw new IllegalArgumentException("a write through the outbox has at least one event");
        }
        var pendingId = pendingId(collection.getNamespace().getCollectionName(), id);
        var writeId = UUID.randomUUID().toString();
        var entries = new ArrayList<Document>();
        for (var event : events) {
            entries.add(entry(event, pendingId, entries.size()).append(Unsent.WRITE, writeId));
        }
        mark(pendingId, writeId);
        var marked = System.nanoTime();
        var result = write.apply(new Unsent(entries));
        if (System.nanoTime() - marked > SLOW_NANOS) {
            mark(pendingId, writeId); // this process may have stood still until its mark was taken for lost
        }
        hints.written(pendingId, writeId);
        return result;
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
        mark(pendingId, writeId);
        heirs.updateOne(
                eq("_id", doomed.getString("_id")), new Unsent(entries).set(), new UpdateOptions().upsert(true));
        hints.written(pendingId, writeId);
    }

    /** Bodies go with the mark under which they were kept, so the heir's entry needs one of its own. */
    private Document withOwnBody(Document entry, String pendingId) {
        var body = entry.getString(Unsent.BODY);
        return body == null
                ? entry
                : entry.append(Unsent.BODY, bodies.keep(entry.getString("id") + "+", pendingId, bodies.read(body)));
    }

    private void mark(String pendingId, String writeId) {
        pending.updateOne(
                eq("_id", pendingId),
                combine(currentDate("marks." + writeId), inc("n", 1L)),
                new UpdateOptions().upsert(true));
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
