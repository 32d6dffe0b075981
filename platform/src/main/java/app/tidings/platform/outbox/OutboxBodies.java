package app.tidings.platform.outbox;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
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
 * content is part of {@code _id}: of two writers of the same version only one wins, and its event finds its own value.
 */
final class OutboxBodies {

    private final MongoCollection<Document> bodies;
    private final MongoCollection<Document> pending;

    OutboxBodies(MongoDatabase database) {
        this.bodies = database.getCollection("outboxBodies");
        this.pending = database.getCollection(Outbox.PENDING);
    }

    /** Keeps a value; returns the id under which it is read again. */
    String keep(String eventId, String pendingId, String value, Instant now) {
        var id = eventId + ":" + Ids.contentHash(value.getBytes(UTF_8));
        bodies.updateOne(
                eq("_id", id),
                combine(
                        setOnInsert("value", value),
                        setOnInsert("pending", pendingId),
                        setOnInsert("at", Date.from(now)),
                        setOnInsert("v", 1)),
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

    void drop(String id) {
        bodies.deleteOne(eq("_id", id));
    }

    /** Drops what belongs to no pending aggregate any more: the values of writers that lost or died before {@code then}. */
    void dropOrphans(Instant then) {
        var old = bodies.find(lt("at", Date.from(then)))
                .projection(Projections.include("pending"))
                .into(new ArrayList<>());
        for (var body : old) {
            if (pending.find(eq("_id", body.getString("pending"))).first() == null) {
                drop(body.getString("_id"));
            }
        }
    }
}
