package app.tidings.platform.limit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/**
 * Collection {@code budgets}: how often something was done in a window of time, counted for all replicas together. A service
 * that limits what strangers ask for imports it, and sweeps it from time to time.
 */
@Repository
public class Budgets {

    private static final String ID = "_id";
    private static final String UNTIL = "until";
    private static final String TAKERS = "takers";

    private final MongoCollection<Document> collection;

    /** How often something may be done in each window. */
    public record Budget(String key, int limit, Duration window) {}

    Budgets(MongoDatabase database) {
        this.collection = database.getCollection("budgets");
    }

    /** Takes one from the budget; says whether it was still there. */
    public boolean take(Budget budget, Instant now) {
        var window = now.toEpochMilli() / budget.window().toMillis();
        var until =
                Date.from(Instant.ofEpochMilli((window + 1) * budget.window().toMillis()));
        var counted = collection.findOneAndUpdate(
                eq(ID, budget.key() + ":" + window),
                combine(inc("taken", 1), setOnInsert(UNTIL, until), setOnInsert("v", 1)),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        return counted != null && counted.getInteger("taken") <= budget.limit();
    }

    /**
     * Takes one from the budget for somebody who may ask again and then gets the same answer; says whether it was there. The
     * window begins when the first is taken.
     */
    public boolean take(Budget budget, String taker, Instant now) {
        var fresh = Date.from(now.plus(budget.window()));
        collection.updateOne(
                and(eq(ID, budget.key()), lte(UNTIL, Date.from(now))),
                combine(set(UNTIL, fresh), set(TAKERS, List.of())));
        collection.updateOne(
                eq(ID, budget.key()),
                combine(setOnInsert(UNTIL, fresh), setOnInsert(TAKERS, List.of()), setOnInsert("v", 1)),
                new UpdateOptions().upsert(true));
        collection.updateOne(
                and(eq(ID, budget.key()), exists(TAKERS + "." + (budget.limit() - 1), false)), addToSet(TAKERS, taker));
        var standing = collection.find(eq(ID, budget.key())).first();
        return standing != null && standing.getList(TAKERS, String.class).contains(taker);
    }

    /** Gives back everything that was taken for somebody. */
    public void refill(Budget budget) {
        collection.deleteOne(eq(ID, budget.key()));
    }

    /** Forgets the windows that are over. */
    public void sweep(Instant now) {
        collection.deleteMany(lt(UNTIL, Date.from(now)));
    }
}
