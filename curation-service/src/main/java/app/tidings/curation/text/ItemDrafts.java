package app.tidings.curation.text;

import static app.tidings.platform.mongo.Documents.toDocument;
import static app.tidings.platform.mongo.Documents.toRecord;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import app.tidings.platform.jobs.Jobs;
import app.tidings.platform.mongo.StoreClock;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOptions;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

/**
 * Collection {@code summaryDrafts}: what the model wrote about each item, by language, and the words of people whose place
 * it was given.
 */
@Repository
public class ItemDrafts {

    private static final String DRAFTS = "drafts";
    private static final String REPLACED = "replaced";

    private final MongoDatabase database;
    private final MongoCollection<Document> collection;

    ItemDrafts(MongoDatabase database) {
        this.database = database;
        this.collection = database.getCollection("summaryDrafts");
    }

    /** The items about which the model is to be asked. */
    public Jobs jobs(StoreClock clock) {
        return new Jobs(database, "summaryJobs", clock);
    }

    /** Stores the draft in place of an earlier one in that language. */
    public void keepLatest(String itemId, String language, ItemDraft draft) {
        write(itemId, set(DRAFTS + "." + language, toDocument(draft)));
    }

    /** Keeps a title or a comment that is about to be replaced; the same one once. */
    public void keepReplaced(String itemId, String language, String words) {
        write(itemId, addToSet(REPLACED + "." + language, words));
    }

    private void write(String itemId, Bson update) {
        collection.updateOne(eq("_id", itemId), combine(update, setOnInsert("v", 1)), new UpdateOptions().upsert(true));
    }

    /**
     * What is kept about an item, by language.
     *
     * @param replaced titles and comments that drafts were to replace, oldest first
     */
    public record Kept(Map<String, ItemDraft> drafts, Map<String, List<String>> replaced) {}

    /** What is kept about the item; all of it empty where there is nothing. */
    public Kept find(String itemId) {
        var document =
                Objects.requireNonNullElseGet(collection.find(eq("_id", itemId)).first(), Document::new);
        var part = part(document, REPLACED);
        var replaced = new TreeMap<String, List<String>>();
        part.keySet().forEach(language -> replaced.put(language, part.getList(language, String.class)));
        return new Kept(drafts(document), replaced);
    }

    /** The drafts of those items that have any, by item and then by language. */
    public Map<String, Map<String, ItemDraft>> findAll(Collection<String> itemIds) {
        var found = new HashMap<String, Map<String, ItemDraft>>();
        collection
                .find(in("_id", itemIds))
                .projection(Projections.exclude(REPLACED))
                .forEach(each -> found.put(each.getString("_id"), drafts(each)));
        return found;
    }

    private static Map<String, ItemDraft> drafts(Document of) {
        var drafts = new TreeMap<String, ItemDraft>();
        part(of, DRAFTS)
                .forEach((language, draft) -> drafts.put(language, toRecord((Document) draft, ItemDraft.class)));
        return drafts;
    }

    private static Document part(Document of, String name) {
        return Objects.requireNonNullElseGet(of.get(name, Document.class), Document::new);
    }
}
