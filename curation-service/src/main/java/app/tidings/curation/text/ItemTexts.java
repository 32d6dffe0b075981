package app.tidings.curation.text;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Collection {@code itemTexts}: the readable text of each item's page, apart from it because lists do not need it. */
@Repository
public class ItemTexts {

    private static final String TEXT = "text";
    private static final String HTML = "html";
    private static final String PASTED = "pasted";

    private final MongoCollection<Document> collection;

    /** In a database. */
    public ItemTexts(MongoDatabase database) {
        this.collection = database.getCollection("itemTexts");
    }

    /** Stores what was read in place of what was read before, unless a person gave a text; says whether it is there now. */
    public boolean keepUnlessPasted(String itemId, String text, @Nullable String html) {
        var first = combine(setOnInsert(TEXT, text), setOnInsert(HTML, html), setOnInsert("v", 1));
        var upserted = collection.updateOne(eq("_id", itemId), first, new UpdateOptions().upsert(true));
        if (upserted.getUpsertedId() != null) {
            return true;
        }
        var again = combine(set(TEXT, text), set(HTML, html));
        return collection
                        .updateOne(and(eq("_id", itemId), ne(PASTED, true)), again)
                        .getMatchedCount()
                == 1;
    }

    /** The texts of those items that have one, by item. */
    public Map<String, String> findAll(Collection<String> itemIds) {
        var found = new HashMap<String, String>();
        collection.find(in("_id", itemIds)).forEach(each -> found.put(each.getString("_id"), each.getString("text")));
        return found;
    }

    /** Stores what a person gave in place of whatever is there. */
    public void keepPasted(String itemId, String text, String html) {
        collection.updateOne(
                eq("_id", itemId),
                combine(set(TEXT, text), set(HTML, html), set(PASTED, true), setOnInsert("v", 1)),
                new UpdateOptions().upsert(true));
    }

    /** Takes back what a person gave; says whether there was such a text. */
    public boolean removePasted(String itemId) {
        return collection.deleteOne(and(eq("_id", itemId), eq(PASTED, true))).getDeletedCount() == 1;
    }

    /** The text alone. */
    public Optional<String> find(String itemId) {
        return whole(itemId).map(ItemText::text);
    }

    /** The text with all that belongs to it. */
    public Optional<ItemText> whole(String itemId) {
        return Optional.ofNullable(collection.find(eq("_id", itemId)).first())
                .map(each -> new ItemText(each.getString(TEXT), each.getString(HTML), each.getBoolean(PASTED, false)));
    }
}
