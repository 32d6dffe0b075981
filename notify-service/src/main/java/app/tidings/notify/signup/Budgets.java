package app.tidings.notify.signup;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/** Collection {@code budgets}: how often something was done in a window of time, counted for all replicas together. */
@Repository
class Budgets {

    private static final String UNTIL = "until";

    private final MongoCollection<Document> collection;

    /** How often something may be done in each window. */
    record Budget(String key, int limit, Duration window) {}

    Budgets(MongoDatabase database) {
        this.collection = database.getCollection("budgets");
    }

    /** Takes one from the budget; says whether it was still there. */
    boolean take(Budget budget, Instant now) {
        var window = now.toEpochMilli() / budget.window().toMillis();
        var until =
                Date.from(Instant.ofEpochMilli((window + 1) * budget.window().toMillis()));
        var counted = collection.findOneAndUpdate(
                eq("_id", budget.key() + ":" + window),
                combine(inc("taken", 1), setOnInsert(UNTIL, until), setOnInsert("v", 1)),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        return counted != null && counted.getInteger("taken") <= budget.limit();
    }

    /** Forgets the windows that are over. */
    void sweep(Instant now) {
        collection.deleteMany(lt(UNTIL, Date.from(now)));
    }
}
