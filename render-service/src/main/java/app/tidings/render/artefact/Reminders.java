package app.tidings.render.artefact;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;

/** A collection of nothing but editions for which something is still to be done, and when to try it again. */
public final class Reminders {

    private final MongoCollection<Document> collection;
    private final Duration longest;

    /**
     * Reminders of one kind.
     *
     * @param longest wait between two tries; until then it doubles
     */
    Reminders(MongoDatabase database, String collection, Duration longest) {
        this.collection = database.getCollection(collection);
        this.longest = longest;
    }

    /** Opens the wait for a version unless it is open already. */
    public void open(String editionId, long version, Instant now, Duration wait) {
        var due = Date.from(now.plus(wait));
        collection.updateOne(
                eq("_id", editionId),
                combine(
                        setOnInsert("v", 1),
                        setOnInsert("version", version),
                        setOnInsert("due", due),
                        setOnInsert("wait", wait.toMillis())),
                new UpdateOptions().upsert(true));
        collection.updateOne(
                and(eq("_id", editionId), lt("version", version)),
                combine(set("version", version), set("due", due), set("wait", wait.toMillis())));
    }

    /** Takes one edition that is due and puts it off, for twice as long as the time before. */
    public Optional<String> takeNextDue(Instant now) {
        var due = collection.find(lte("due", Date.from(now))).first();
        if (due == null) {
            return Optional.empty();
        }
        var wait = Math.min(due.getLong("wait") * 2, longest.toMillis());
        var ours = collection.updateOne(
                and(eq("_id", due.getString("_id")), eq("due", due.getDate("due"))),
                combine(set("due", Date.from(now.plusMillis(wait))), set("wait", wait)));
        return ours.getModifiedCount() == 1 ? Optional.of(due.getString("_id")) : takeNextDue(now);
    }

    /** Closes the wait for the version and those before. */
    public void close(String editionId, long version) {
        collection.deleteOne(and(eq("_id", editionId), lte("version", version)));
    }
}
