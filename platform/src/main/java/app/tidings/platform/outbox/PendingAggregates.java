package app.tidings.platform.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import app.tidings.platform.mongo.StoreClock;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Collection {@code pending}: one document per aggregate with unsent events; {@code _id} is collection and id. */
final class PendingAggregates {

    private static final String UNTIL = "until";

    private final MongoCollection<Document> collection;
    private final StoreClock clock;

    /**
     * An aggregate with unsent events.
     *
     * @param marks when each write began, by its id
     * @param writes counts the writes that began; tells whether another one has begun since it was read
     */
    record Pending(String id, Map<String, Instant> marks, long writes) {

        String collection() {
            return id.substring(0, id.indexOf('/'));
        }

        String aggregateId() {
            return id.substring(id.indexOf('/') + 1);
        }
    }

    PendingAggregates(MongoDatabase database, StoreClock clock) {
        this.collection = database.getCollection(Outbox.PENDING);
        this.clock = clock;
    }

    /** In no particular order, so that those that cannot be sent do not always stand before the others. */
    List<String> ids() {
        var ids = collection
                .find()
                .projection(new Document("_id", 1))
                .map(each -> each.getString("_id"))
                .into(new ArrayList<>());
        Collections.shuffle(ids);
        return ids;
    }

    /** Takes the aggregate for the lease; empty when nothing is pending or another relay holds it. */
    Optional<Pending> claim(String id, String owner, Duration lease) {
        var now = clock.instant();
        return pending(collection.findOneAndUpdate(
                and(eq("_id", id), or(exists(UNTIL, false), lt(UNTIL, Date.from(now)))),
                combine(set("owner", owner), set(UNTIL, Date.from(now.plus(lease)))),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)));
    }

    /** Holds the aggregate for the lease from now; says whether it was still held. */
    boolean renew(String id, String owner, Duration lease) {
        return collection
                        .updateOne(
                                and(eq("_id", id), eq("owner", owner)),
                                set(UNTIL, Date.from(clock.instant().plus(lease))))
                        .getMatchedCount()
                == 1;
    }

    Optional<Pending> read(String id) {
        return pending(collection.find(eq("_id", id)).first());
    }

    /** Removes the aggregate unless another write has begun since it was read; says whether it did. */
    boolean removeIfUnchanged(Pending read) {
        return collection
                        .deleteOne(and(eq("_id", read.id()), eq("n", read.writes())))
                        .getDeletedCount()
                == 1;
    }

    void dropMarks(String id, Collection<String> writeIds) {
        if (!writeIds.isEmpty()) {
            List<Bson> drops =
                    writeIds.stream().map(each -> unset("marks." + each)).toList();
            collection.updateOne(eq("_id", id), combine(drops));
        }
    }

    void release(String id, String owner) {
        collection.updateOne(and(eq("_id", id), eq("owner", owner)), combine(unset("owner"), unset(UNTIL)));
    }

    long count() {
        return collection.estimatedDocumentCount();
    }

    private static Optional<Pending> pending(@Nullable Document found) {
        return Optional.ofNullable(found).map(document -> {
            var marks = document.get("marks", new Document());
            return new Pending(
                    document.getString("_id"),
                    marks.keySet().stream()
                            .collect(Collectors.toMap(
                                    each -> each, each -> marks.getDate(each).toInstant())),
                    document.getLong("n"));
        });
    }
}
