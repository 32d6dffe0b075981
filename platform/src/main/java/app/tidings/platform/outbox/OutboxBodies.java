package app.tidings.platform.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.currentDate;
import static com.mongodb.client.model.Updates.setOnInsert;
import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.contracts.Ids;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import org.bson.Document;

/**
 * Collection {@code outboxBodies}: the values of unsent events that are too large for their aggregate's document. The
 * content is part of {@code _id}: of two writers of the same version only one wins, and its event finds its own value. A
 * body stays for a while after its event was sent, because the same event may be written again at that moment.
 */
final class OutboxBodies {

    private final MongoCollection<Document> bodies;
    private final MongoCollection<Document> pending;

    OutboxBodies(MongoDatabase database) {
        this.bodies = database.getCollection("outboxBodies");
        this.pending = database.getCollection(Outbox.PENDING);
    }

    /** Keeps a value; returns the id under which it is read again. */
    String keep(String eventId, String pendingId, String value) {
        var id = eventId + ":" + Ids.contentHash(value.getBytes(UTF_8));
        bodies.updateOne(
                eq("_id", id),
                combine(
                        setOnInsert("value", value),
                        setOnInsert("pending", pendingId),
                        setOnInsert("v", 1),
                        currentDate("at")),
                new UpdateOptions().upsert(true));
        return id;
    }

    String read(String id) {
        var body = bodies.find(eq("_id", id)).first();
        if (body == null) {
            throw new IllegalStateException("body %s of an event is gone".formatted(id));
        }
        return body.getString("value");
    }

    /** Drops what no pending aggregate may need any more and nobody has kept since {@code then}. */
    void dropOrphans(Instant then) {
        var isOld = lt("at", Date.from(then));
        var old = bodies.find(isOld).projection(Projections.include("pending")).into(new ArrayList<>());
        for (var body : old) {
            if (pending.find(eq("_id", body.getString("pending"))).first() == null) {
                bodies.deleteOne(and(eq("_id", body.getString("_id")), isOld));
            }
        }
    }
}
