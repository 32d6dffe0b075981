package app.tidings.ingest.submission;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/**
 * Collection {@code openSubmissions}: those that may not have become a link yet, {@code _id} being the submission's. It is
 * written before the submission and removed after the link is kept, so that a kill between leaves one too many.
 */
@Repository
class OpenSubmissions {

    /** Whoever is at work on one is done with it long before, or was killed. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final MongoCollection<Document> collection;

    OpenSubmissions(MongoDatabase database) {
        this.collection = database.getCollection("openSubmissions");
    }

    void open(String id, Instant now) {
        collection.updateOne(
                eq("_id", id),
                combine(setOnInsert("v", 1), set("due", Date.from(now.plus(PATIENCE)))),
                new UpdateOptions().upsert(true));
    }

    void close(String id) {
        collection.deleteOne(eq("_id", id));
    }

    /** Those that nobody is at work on any more. */
    List<String> left(Instant now) {
        return collection
                .find(lte("due", Date.from(now)))
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
    }
}
