package app.tidings.curation.enrich;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import app.tidings.curation.CurationSettings;
import app.tidings.platform.mongo.StoreClock;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/**
 * Collection {@code revisits}: items to be looked up again later, {@code _id} being the item's. It is written before the item
 * is told to be one of them, so that a kill between the two leaves one too many and never one too few.
 */
@Repository
class Revisits {

    private static final String DUE = "due";
    private static final String TRIES = "tries";
    private static final int MOST_TRIES = 5;

    /** Longer than an item waits for a worker; after it the item is asked for again. */
    private static final Duration LEASE = Duration.ofHours(1);

    private final MongoCollection<Document> collection;
    private final StoreClock clock;
    private final Duration first;

    Revisits(MongoDatabase database, StoreClock clock, CurationSettings settings) {
        this.collection = database.getCollection("revisits");
        this.clock = clock;
        this.first = settings.lookAgain();
    }

    /** Puts the item off, each time for twice as long; says whether it is to be looked up again at all. */
    boolean putOff(String id) {
        var standing = collection.find(eq("_id", id)).first();
        var tries = standing == null ? 0 : standing.getInteger(TRIES);
        if (tries == MOST_TRIES) {
            return false;
        }
        var due = clock.instant().plus(first.multipliedBy(1L << tries));
        collection.updateOne(
                eq("_id", id),
                combine(set(DUE, Date.from(due)), set(TRIES, tries + 1), setOnInsert("v", 1)),
                new UpdateOptions().upsert(true));
        return true;
    }

    /** Takes an item that is due; nobody else gets it for a while. */
    Optional<String> claimNext() {
        var now = clock.instant();
        var claimed = collection.findOneAndUpdate(lte(DUE, Date.from(now)), set(DUE, Date.from(now.plus(LEASE))));
        return Optional.ofNullable(claimed).map(document -> document.getString("_id"));
    }

    void close(String id) {
        collection.deleteOne(eq("_id", id));
    }
}
