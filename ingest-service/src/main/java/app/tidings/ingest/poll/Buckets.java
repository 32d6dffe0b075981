package app.tidings.ingest.poll;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

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
import java.util.stream.IntStream;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/**
 * Collection {@code buckets}: one document per bucket of sources, {@code _id} being its number. Whoever holds its lease may
 * poll its sources; {@code changes} counts what people did to them. Times are those of the store's clock.
 */
@Repository
class Buckets {

    private static final String UNTIL = "until";
    private static final Date NEVER = new Date(0);

    private final MongoCollection<Document> collection;

    /**
     * A bucket as it stands.
     *
     * @param epoch counts the claims; a higher one has the lease after a lower one
     */
    record Bucket(int number, String owner, long epoch, Instant until, long changes) {

        boolean isFree(Instant now) {
            return until.isBefore(now);
        }
    }

    Buckets(MongoDatabase database) {
        this.collection = database.getCollection("buckets");
    }

    /** Makes the buckets that are not there yet. */
    void prepare(int count) {
        var upserts = IntStream.range(0, count)
                .mapToObj(number -> new UpdateOneModel<Document>(
                        eq("_id", number),
                        combine(
                                setOnInsert("v", 1),
                                setOnInsert("owner", ""),
                                setOnInsert("epoch", 0L),
                                setOnInsert(UNTIL, NEVER),
                                setOnInsert("changes", 0L)),
                        new UpdateOptions().upsert(true)))
                .toList();
        collection.bulkWrite(upserts, new BulkWriteOptions().ordered(false));
    }

    List<Bucket> all() {
        return collection
                .find()
                .map(document -> new Bucket(
                        document.getInteger("_id"),
                        document.getString("owner"),
                        document.getLong("epoch"),
                        document.getDate(UNTIL).toInstant(),
                        document.getLong("changes")))
                .into(new ArrayList<>());
    }

    /** Takes the bucket if its lease is over; says whether it did. */
    boolean claimIfFree(int number, String owner, Instant now, Duration lease) {
        var claimed = collection.findOneAndUpdate(
                and(eq("_id", number), lt(UNTIL, Date.from(now))),
                combine(set("owner", owner), set(UNTIL, Date.from(now.plus(lease))), inc("epoch", 1L)));
        return claimed != null;
    }

    /** Prolongs all leases of the owner that are not over yet. */
    void renew(String owner, Instant now, Duration lease) {
        collection.updateMany(
                and(eq("owner", owner), gte(UNTIL, Date.from(now))), set(UNTIL, Date.from(now.plus(lease))));
    }

    /** Ends leases of the owner at once. */
    void release(String owner, Collection<Integer> numbers) {
        collection.updateMany(and(in("_id", numbers), eq("owner", owner)), set(UNTIL, NEVER));
    }

    /** Tells all replicas that sources of these buckets have changed. */
    void noteChange(Collection<Integer> numbers) {
        collection.updateMany(in("_id", numbers), inc("changes", 1L));
    }
}
