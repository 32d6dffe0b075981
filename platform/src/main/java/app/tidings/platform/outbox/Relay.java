package app.tidings.platform.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.unset;

import app.tidings.platform.mongo.StoreClock;
import app.tidings.platform.outbox.PendingAggregates.Pending;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.bson.Document;

/**
 * Sends the unsent events of one aggregate, in the order of its versions, and takes them out of its document. Whatever
 * moment it is killed at, the next run sends the rest; an event that was sent already goes out again with the same id.
 */
final class Relay {

    /** A write that began so long ago and is not there has failed or died: no operation may take longer. */
    private static final Duration LOST = Duration.ofMinutes(5);

    private static final Comparator<Document> IN_ORDER = Comparator.comparing(
                    (Document entry) -> entry.getLong("version"))
            .thenComparing(entry -> entry.getInteger("sequence"));

    private final MongoDatabase database;
    private final OutboxBodies bodies;
    private final PendingAggregates pending;
    private final BiConsumer<Document, String> publish;
    private final FinishedWrites finished;
    private final OutboxSettings.Lease lease;
    private final StoreClock clock;

    /** An aggregate in hand, since a moment of {@link System#nanoTime} before it was taken or renewed. */
    private final class Hold {

        private final String id;
        private final String owner;
        private long since = System.nanoTime();

        Hold(String id, String owner) {
            this.id = id;
            this.owner = owner;
        }

        Optional<Pending> claim() {
            return pending.claim(id, owner, lease.term());
        }

        /** Whether it is held for long enough to send one more event; only where it may not be, the store is asked. */
        boolean lastsForASend() {
            var now = System.nanoTime();
            if (now - since < lease.spare().toNanos()) {
                return true;
            }
            since = now;
            return pending.renew(id, owner, lease.term());
        }
    }

    /** @param publish puts an entry with its value on its topic */
    Relay(
            MongoDatabase database,
            PendingAggregates pending,
            BiConsumer<Document, String> publish,
            FinishedWrites finished,
            OutboxSettings.Lease lease,
            StoreClock clock) {
        this.database = database;
        this.bodies = new OutboxBodies(database);
        this.pending = pending;
        this.publish = publish;
        this.finished = finished;
        this.lease = lease;
        this.clock = clock;
    }

    /** Sends what the aggregate has, unless another relay is at it. */
    void drain(String pendingId, String owner) {
        var hold = new Hold(pendingId, owner);
        var claimed = hold.claim();
        while (claimed.isPresent()) {
            claimed = drainOnce(claimed.get(), hold);
        }
    }

    /** Forgets the large values that no pending aggregate may need any more. */
    void dropOrphans() {
        bodies.dropOrphans(clock.instant().minus(LOST));
    }

    private Optional<Pending> drainOnce(Pending claimed, Hold hold) {
        var collection = database.getCollection(claimed.collection());
        var done = new HashSet<String>();
        claimed.marks().keySet().stream().filter(finished::contains).forEach(done::add); // before the document is read
        var entries = unsent(collection, claimed.aggregateId());
        for (var entry : entries) {
            if (!hold.lastsForASend()) {
                return Optional.empty(); // another relay has it now, and sends what is left
            }
            publish.accept(entry, value(entry));
            takeOut(collection, claimed.aggregateId(), entry);
            done.add(entry.getString(Unsent.WRITE));
        }
        addLost(claimed, done);
        finished.forget(done);
        if (done.containsAll(claimed.marks().keySet()) && pending.removeIfUnchanged(claimed)) {
            return Optional.empty();
        }
        pending.dropMarks(claimed.id(), done);
        if (entries.isEmpty()) {
            pending.release(claimed.id(), hold.owner);
            return Optional.empty();
        }
        return pending.read(claimed.id());
    }

    /** Adds the writes that can be no more; the store is asked for its time only where some are open. */
    private void addLost(Pending claimed, Set<String> done) {
        if (!done.containsAll(claimed.marks().keySet())) {
            var lostBefore = clock.instant().minus(LOST);
            claimed.marks().forEach((writeId, since) -> {
                if (since.isBefore(lostBefore)) {
                    done.add(writeId);
                }
            });
        }
    }

    private static List<Document> unsent(MongoCollection<Document> collection, String id) {
        var aggregate = collection
                .find(eq("_id", id))
                .projection(Projections.include(Unsent.FIELD))
                .first();
        var entries = new ArrayList<Document>();
        if (aggregate != null) {
            var outbox = aggregate.get(Unsent.FIELD, new Document());
            outbox.keySet().forEach(type -> entries.add(outbox.get(type, Document.class)));
        }
        entries.sort(IN_ORDER);
        return entries;
    }

    private String value(Document entry) {
        var embedded = entry.getString(Unsent.VALUE);
        return embedded == null ? bodies.read(entry.getString(Unsent.BODY)) : embedded;
    }

    private void takeOut(MongoCollection<Document> collection, String id, Document entry) {
        var path = Unsent.FIELD + "." + entry.getString("type");
        collection.updateOne(and(eq("_id", id), eq(path + ".id", entry.getString("id"))), unset(path));
    }
}
