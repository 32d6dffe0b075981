package app.tidings.platform.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import app.tidings.platform.mongo.StoreClock;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.UpdateOneModel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Collection {@code pending}: one document per aggregate with unsent events; {@code _id} is collection and id. */
final class PendingAggregates {

    private static final String OWNER = "owner";
    private static final String UNTIL = "until";
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

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

    /** Takes those for the lease that are pending and that no other relay holds. */
    List<Pending> claim(Collection<String> ids, String owner, Duration lease) {
        var now = clock.instant();
        var claimed = collection.updateMany(
                and(in("_id", ids), or(exists(UNTIL, false), lt(UNTIL, Date.from(now)))),
                combine(set(OWNER, owner), set(UNTIL, Date.from(now.plus(lease)))));
        return claimed.getMatchedCount() == 0 ? List.of() : held(ids, owner);
    }

    /** Those of them that the owner holds, as they are now. */
    List<Pending> held(Collection<String> ids, String owner) {
        return collection
                .find(and(in("_id", ids), eq(OWNER, owner)))
                .map(PendingAggregates::pending)
                .into(new ArrayList<>());
    }

    /** Holds those for the lease from now that the owner still holds, and returns them. */
    Set<String> renew(Collection<String> ids, String owner, Duration lease) {
        var until = Date.from(clock.instant().plus(lease));
        collection.updateMany(and(in("_id", ids), eq(OWNER, owner)), set(UNTIL, until));
        return held(ids, owner).stream().map(Pending::id).collect(Collectors.toSet());
    }

    /** Removes those to which no other write has come since they were read; returns how many. */
    long removeUnchanged(Collection<Pending> read) {
        if (read.isEmpty()) {
            return 0;
        }
        var deletes = read.stream()
                .map(each -> new DeleteOneModel<Document>(and(eq("_id", each.id()), eq("n", each.writes()))))
                .toList();
        return collection.bulkWrite(deletes, UNORDERED).getDeletedCount();
    }

    /** @param writeIds by aggregate, the writes whose marks go */
    void dropMarks(Map<String, Set<String>> writeIds) {
        var updates = writeIds.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> new UpdateOneModel<Document>(eq("_id", each.getKey()), dropMarks(each.getValue())))
                .toList();
        if (!updates.isEmpty()) {
            collection.bulkWrite(updates, UNORDERED);
        }
    }

    private static Bson dropMarks(Set<String> writeIds) {
        return combine(writeIds.stream().map(each -> unset("marks." + each)).toList());
    }

    void release(Collection<String> ids, String owner) {
        if (!ids.isEmpty()) {
            collection.updateMany(and(in("_id", ids), eq(OWNER, owner)), combine(unset(OWNER), unset(UNTIL)));
        }
    }

    long count() {
        return collection.estimatedDocumentCount();
    }

    private static Pending pending(Document document) {
        var marks = document.get("marks", new Document());
        return new Pending(
                document.getString("_id"),
                marks.keySet().stream()
                        .collect(Collectors.toMap(
                                each -> each, each -> marks.getDate(each).toInstant())),
                document.getLong("n"));
    }
}
