package app.tidings.curation.text;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/** Collection {@code itemTexts}: the readable text of each item's page, apart from it because lists do not need it. */
@Repository
public class ItemTexts {

    private final MongoCollection<Document> collection;

    ItemTexts(MongoDatabase database) {
        this.collection = database.getCollection("itemTexts");
    }

    /** Stores the text in place of an earlier one. */
    public void keepLatest(String itemId, String text) {
        collection.updateOne(
                eq("_id", itemId), combine(set("text", text), setOnInsert("v", 1)), new UpdateOptions().upsert(true));
    }

    /** The texts of those items that have one, by item. */
    public Map<String, String> findAll(Collection<String> itemIds) {
        var found = new HashMap<String, String>();
        collection.find(in("_id", itemIds)).forEach(each -> found.put(each.getString("_id"), each.getString("text")));
        return found;
    }

    public Optional<String> find(String itemId) {
        return Optional.ofNullable(collection.find(eq("_id", itemId)).first()).map(each -> each.getString("text"));
    }
}
