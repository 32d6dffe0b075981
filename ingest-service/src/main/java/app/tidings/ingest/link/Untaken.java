package app.tidings.ingest.link;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import app.tidings.ingest.IngestSettings;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

/**
 * Collection {@code untaken}: links whose newest version curation has not taken yet, {@code _id} being the link's. It is
 * written before the link, so that a kill between the two leaves one too many and never one too few.
 */
@Repository
class Untaken {

    private static final String DUE = "due";
    private static final String WAIT = "waitMillis";
    private static final String WRITES = "n";

    private final MongoCollection<Document> collection;
    private final Duration firstWait;
    private final Duration longestWait;

    /** A link version that is about to be written. */
    record Open(String linkId, long version) {}

    /**
     * A link that is due to be sent again.
     *
     * @param writes counts the writes; tells whether another has come since it was claimed
     */
    record Due(String linkId, long writes) {}

    Untaken(MongoDatabase database, IngestSettings settings) {
        this.collection = database.getCollection("untaken");
        this.firstWait = settings.untaken().firstWait();
        this.longestWait = settings.untaken().longestWait();
    }

    /** Expects curation to take these versions; they are due for the first time after the first wait. */
    void open(Collection<Open> versions, Instant now) {
        if (versions.isEmpty()) {
            return;
        }
        var upserts = versions.stream()
                .map(each -> new UpdateOneModel<Document>(
                        eq("_id", each.linkId()),
                        combine(
                                setOnInsert("v", 1),
                                max("version", each.version()),
                                set(DUE, Date.from(now.plus(firstWait))),
                                set(WAIT, firstWait.toMillis()),
                                inc(WRITES, 1L)),
                        new UpdateOptions().upsert(true)))
                .toList();
        collection.bulkWrite(upserts, new BulkWriteOptions().ordered(false));
    }

    /** Takes links that are due, each for one caller only, and makes them due again after twice their wait. */
    List<Due> claimDue(Instant now, int limit) {
        var claimed = new ArrayList<Due>();
        var due = collection.find(lte(DUE, Date.from(now))).limit(limit).into(new ArrayList<>());
        for (var document : due) {
            var wait = Math.min(document.getLong(WAIT) * 2, longestWait.toMillis());
            var read = new Due(document.getString("_id"), document.getLong(WRITES));
            var update = combine(set(DUE, Date.from(now.plusMillis(wait))), set(WAIT, wait), inc(WRITES, 1L));
            if (collection.updateOne(unchanged(read), update).getModifiedCount() == 1) {
                claimed.add(new Due(read.linkId(), read.writes() + 1));
            }
        }
        return claimed;
    }

    /** Closes a claimed one unless a new version was opened meanwhile. */
    void closeIfUnchanged(Due claimed) {
        collection.deleteOne(unchanged(claimed));
    }

    /** Closes the link if curation holds the version that was opened last. */
    void closeUpTo(String linkId, long version) {
        collection.deleteOne(and(eq("_id", linkId), lte("version", version)));
    }

    long count() {
        return collection.estimatedDocumentCount();
    }

    private static Bson unchanged(Due due) {
        return and(eq("_id", due.linkId()), eq(WRITES, due.writes()));
    }
}
