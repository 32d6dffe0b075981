package app.tidings.ingest.item;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import app.tidings.contracts.ItemEvent;
import app.tidings.platform.mongo.Documents;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/** Collection {@code fates}: what was decided about an item; {@code _id} is the item's, which is the link's. */
@Repository
public class Fates {

    /** Items are merged into one that stands; a chain is there only while its events are on their way. */
    private static final int MOST_MERGES = 5;

    private final MongoCollection<Document> collection;

    Fates(MongoDatabase database) {
        this.collection = database.getCollection("fates");
    }

    /** Keeps what the event decides, unless a later version of the item is known to have decided otherwise. */
    public void keepNewest(ItemEvent event) {
        Fate.of(event).ifPresent(fate -> keepNewest(event, fate));
    }

    private void keepNewest(ItemEvent event, Fate fate) {
        collection.updateOne(
                eq("_id", event.itemId()),
                combine(setOnInsert("v", 1), setOnInsert("version", 0L)),
                new UpdateOptions().upsert(true));
        collection.updateOne(
                and(eq("_id", event.itemId()), lt("version", event.version())),
                combine(set("fate", Documents.toDocument(fate)), set("version", event.version())));
    }

    /** What was decided about an item; empty while nothing was. */
    public Optional<Fate> find(String itemId) {
        return Optional.ofNullable(collection.find(eq("_id", itemId)).first()).flatMap(Fates::toFate);
    }

    /** What was decided about the item that an item was merged into; empty while nothing was. */
    public Optional<Fate> followed(Fate.Merged merged) {
        var fate = find(merged.into());
        for (var i = 0; i < MOST_MERGES && fate.orElse(null) instanceof Fate.Merged(var into, var _); i++) {
            fate = find(into);
        }
        return fate;
    }

    private static Optional<Fate> toFate(Document document) {
        return Optional.ofNullable(document.get("fate", Document.class))
                .map(fate -> Documents.toRecord(fate, Fate.class));
    }
}
