package app.tidings.ingest.poll;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/** Collection {@code replicas}: who polls at present, so that each takes its fair share of the buckets. */
@Repository
class Replicas {

    private static final String UNTIL = "until";

    private final MongoCollection<Document> collection;

    Replicas(MongoDatabase database) {
        this.collection = database.getCollection("replicas");
    }

    /** Says that the replica is there for the next while, and counts those that are. */
    int present(String replica, Instant now, Duration lease) {
        collection.updateOne(
                eq("_id", replica),
                combine(setOnInsert("v", 1), set(UNTIL, Date.from(now.plus(lease)))),
                new UpdateOptions().upsert(true));
        collection.deleteMany(lt(UNTIL, Date.from(now.minus(lease))));
        return (int) collection.countDocuments(gte(UNTIL, Date.from(now)));
    }

    void leave(String replica) {
        collection.deleteOne(eq("_id", replica));
    }
}
