package app.tidings.curation.merge;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
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
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/**
 * Collections {@code readings}, what was read of each item, {@code _id} is the item's; and {@code traces}, which items left one,
 * {@code _id} is publication and trace. A trace keeps the newest items only: what many leave says nothing about any.
 */
@Repository
class Readings {

    private static final int MOST_OF_A_TRACE = 20;
    private static final String ITEMS = "items";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoDatabase database;
    private final MongoCollection<Document> readings;
    private final MongoCollection<Document> traces;
    private final ItemTexts texts;

    Readings(MongoDatabase database, ItemTexts texts) {
        this.database = database;
        this.readings = database.getCollection("readings");
        this.traces = database.getCollection("traces");
        this.texts = texts;
    }

    /** The items of which others may be duplicates, or whose merges others have to follow. */
    Jobs mergeJobs(StoreClock clock) {
        return new Jobs(database, "mergeJobs", clock);
    }

    /** Stores the reading in place of an earlier one, but for its text, and its traces. */
    void keepLatest(String itemId, Reading reading) {
        var kept = new Reading(reading.address(), reading.title(), null, reading.target(), reading.canonical());
        readings.updateOne(
                eq("_id", itemId), combine(set("reading", Documents.toDocument(kept)), setOnInsert("v", 1)), UPSERT);
        var writes = new ArrayList<UpdateOneModel<Document>>();
        for (var trace : Traces.of(reading)) {
            var filter = eq("_id", id(itemId, trace));
            writes.add(new UpdateOneModel<>(filter, combine(pull(ITEMS, itemId), setOnInsert("v", 1)), UPSERT));
            writes.add(new UpdateOneModel<>(
                    filter, pushEach(ITEMS, List.of(itemId), new PushOptions().slice(-MOST_OF_A_TRACE))));
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

    /** The other items of the publication that left one of the reading's traces, in the order of the traces. */
    Set<String> alike(String itemId, Reading reading) {
        var left = Traces.of(reading).stream().map(trace -> id(itemId, trace)).toList();
        var found = new HashMap<String, List<String>>();
        traces.find(in("_id", left))
                .forEach(each -> found.put(each.getString("_id"), each.getList(ITEMS, String.class, List.of())));
        var alike = new LinkedHashSet<String>();
        left.forEach(trace -> alike.addAll(found.getOrDefault(trace, List.of())));
        alike.remove(itemId);
        return alike;
    }

    private static String id(String itemId, String trace) {
        return Ids.publicationOf(itemId) + ":" + trace;
    }
}
