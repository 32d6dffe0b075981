package app.tidings.platform.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.unset;
import static java.util.stream.Collectors.groupingBy;

import app.tidings.platform.outbox.PendingAggregates.Pending;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** The unsent events that lie in the documents of aggregates. */
final class UnsentEvents {

    private static final Comparator<Document> IN_ORDER = Comparator.comparing(
                    (Document entry) -> entry.getLong("version"))
            .thenComparing(entry -> entry.getInteger("sequence"));

    private final MongoDatabase database;
    private final OutboxBodies bodies;

    UnsentEvents(MongoDatabase database) {
        this.database = database;
        this.bodies = new OutboxBodies(database);
    }

    /** Reads what each of them has, in order of its versions. */
    void load(Collection<Outgoing> aggregates) {
        byCollection(aggregates).forEach((collection, all) -> {
            var events = read(collection, all);
            all.forEach(each -> each.load(events.getOrDefault(each.aggregate().aggregateId(), List.of())));
        });
    }

    private Map<String, List<Document>> read(String collection, List<Outgoing> aggregates) {
        var ids = aggregates.stream()
                .map(Outgoing::aggregate)
                .map(Pending::aggregateId)
                .toList();
        var found = new HashMap<String, List<Document>>();
        database.getCollection(collection)
                .find(in("_id", ids))
                .projection(Projections.include(Unsent.FIELD))
                .forEach(document -> found.put(document.getString("_id"), inOrder(document)));
        return found;
    }

    private static List<Document> inOrder(Document aggregate) {
        var outbox = aggregate.get(Unsent.FIELD, new Document());
        return outbox.keySet().stream()
                .map(type -> outbox.get(type, Document.class))
                .sorted(IN_ORDER)
                .toList();
    }

    /** The body of an event. */
    String value(Document event) {
        var embedded = event.getString(Unsent.VALUE);
        return embedded == null ? bodies.read(event.getString(Unsent.BODY)) : embedded;
    }

    /** Takes the next event of each out of its document, unless a newer one lies there by now. */
    void takeOut(Collection<Outgoing> aggregates) {
        byCollection(aggregates).forEach((collection, all) -> {
            var updates = all.stream()
                    .map(each -> takeOut(each.aggregate().aggregateId(), each.next()))
                    .toList();
            database.getCollection(collection).bulkWrite(updates, new BulkWriteOptions().ordered(false));
        });
        aggregates.forEach(Outgoing::tookOut);
    }

    private static UpdateOneModel<Document> takeOut(String id, Document event) {
        var path = Unsent.FIELD + "." + event.getString("type");
        return new UpdateOneModel<>(and(eq("_id", id), eq(path + ".id", event.getString("id"))), unset(path));
    }

    /** Forgets the large values that no pending aggregate may need any more, and that nobody has kept since then. */
    void dropOrphans(Instant then) {
        bodies.dropOrphans(then);
    }

    private static Map<String, List<Outgoing>> byCollection(Collection<Outgoing> aggregates) {
        return aggregates.stream().collect(groupingBy(each -> each.aggregate().collection()));
    }
}
