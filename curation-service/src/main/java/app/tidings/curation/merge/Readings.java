package app.tidings.curation.merge;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import app.tidings.contracts.Ids;
import app.tidings.curation.duplicate.Reading;
import app.tidings.curation.duplicate.Traces;
import app.tidings.curation.text.ItemTexts;
import app.tidings.platform.jobs.Jobs;
import app.tidings.platform.mongo.Documents;
import app.tidings.platform.mongo.StoreClock;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/**
 * Collections {@code readings}, what was read of each item and the traces that it left, {@code _id} is the item's; and
 * {@code traces}, which items left one, {@code _id} is publication and trace. A trace keeps the newest items only: what many
 * leave says nothing about any.
 */
@Repository
public class Readings {

    private static final int MOST_OF_A_TRACE = 20;
    private static final String ITEMS = "items";
    private static final String TRACES = "traces";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoDatabase database;
    private final MongoCollection<Document> readings;
    private final MongoCollection<Document> traces;
    private final ItemTexts texts;

    /** In a database, with the texts of the same. */
    public Readings(MongoDatabase database, ItemTexts texts) {
        this.database = database;
        this.readings = database.getCollection("readings");
        this.traces = database.getCollection("traces");
        this.texts = texts;
    }

    /** The items of which others may be duplicates, or whose merges others have to follow. */
    Jobs mergeJobs(StoreClock clock) {
        return new Jobs(database, "mergeJobs", clock);
    }

    /**
     * Stores the reading in place of an earlier one, but for its text, and leaves its traces. The reading comes last: where it
     * stands, its traces are left. Nobody minds an item that left one twice.
     *
     * @return whether another item had left one of them by then; of two that come together, one at least learns of the other
     */
    public boolean keepLatest(String itemId, Reading reading) {
        var left = Traces.of(reading);
        leave(itemId, left);
        var kept = new Reading(reading.address(), reading.title(), null, reading.target(), reading.canonical());
        readings.updateOne(
                eq("_id", itemId),
                combine(
                        set("reading", Documents.toDocument(kept)),
                        set(TRACES, List.copyOf(left)),
                        setOnInsert("v", 1)),
                UPSERT);
        return !alike(itemId, left).isEmpty();
    }

    private void leave(String itemId, Set<String> left) {
        var standing = standing(itemId);
        var known = standing.flatMap(Readings::traces).orElse(List.of());
        var writes = new ArrayList<UpdateOneModel<Document>>();
        for (var trace : left) {
            if (!known.contains(trace)) {
                var filter = eq("_id", id(itemId, trace));
                if (standing.isPresent()) {
                    writes.add(new UpdateOneModel<>(filter, pull(ITEMS, itemId)));
                }
                var newest = pushEach(ITEMS, List.of(itemId), new PushOptions().slice(-MOST_OF_A_TRACE));
                writes.add(new UpdateOneModel<>(filter, combine(newest, setOnInsert("v", 1)), UPSERT));
            }
        }
        if (!writes.isEmpty()) {
            traces.bulkWrite(writes);
        }
    }

    /** What was read of an item, with its text. */
    Optional<Reading> find(String itemId) {
        return Optional.ofNullable(readings.find(eq("_id", itemId)).first())
                .map(each -> Documents.toRecord(each.get("reading", Document.class), Reading.class))
                .map(each -> new Reading(
                        each.address(),
                        each.title(),
                        texts.find(itemId).orElse(null),
                        each.target(),
                        each.canonical()));
    }

    /** The other items of the publication that left one of the item's traces, in the order of the traces. */
    public Set<String> alike(String itemId) {
        return alike(itemId, left(itemId));
    }

    private Set<String> alike(String itemId, Collection<String> these) {
        var left = these.stream().map(trace -> id(itemId, trace)).toList();
        var found = new HashMap<String, List<String>>();
        traces.find(in("_id", left))
                .forEach(each -> found.put(each.getString("_id"), each.getList(ITEMS, String.class, List.of())));
        var alike = new LinkedHashSet<String>();
        left.forEach(trace -> alike.addAll(found.getOrDefault(trace, List.of())));
        alike.remove(itemId);
        return alike;
    }

    /** As they were kept with the reading, which has none where it was kept before there were any. */
    private Collection<String> left(String itemId) {
        return standing(itemId)
                .flatMap(Readings::traces)
                .<Collection<String>>map(each -> each)
                .orElseGet(() -> find(itemId).map(Traces::of).orElse(Set.of()));
    }

    private Optional<Document> standing(String itemId) {
        return Optional.ofNullable(
                readings.find(eq("_id", itemId)).projection(include(TRACES)).first());
    }

    private static Optional<List<String>> traces(Document reading) {
        return Optional.ofNullable(reading.getList(TRACES, String.class));
    }

    private static String id(String itemId, String trace) {
        return Ids.publicationOf(itemId) + ":" + trace;
    }
}
