package app.tidings.curation.summary.draft;

import static app.tidings.platform.mongo.Documents.toDocument;
import static app.tidings.platform.mongo.Documents.toRecord;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import app.tidings.curation.summary.Summarizer.Summary;
import app.tidings.platform.jobs.Jobs;
import app.tidings.platform.mongo.StoreClock;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/** Collection {@code summaryDrafts}: what the model wrote about each item, by language. */
@Repository
class Drafts {

    private final MongoDatabase database;
    private final MongoCollection<Document> drafts;

    Drafts(MongoDatabase database) {
        this.database = database;
        this.drafts = database.getCollection("summaryDrafts");
    }

    /** The items about which the model is to be asked. */
    Jobs jobs(StoreClock clock) {
        return new Jobs(database, "summaryJobs", clock);
    }

    /** Stores the draft in place of an earlier one in that language. */
    void keepLatest(String itemId, String language, Summary draft) {
        drafts.updateOne(
                eq("_id", itemId),
                combine(set("drafts." + language, toDocument(draft)), setOnInsert("v", 1)),
                new UpdateOptions().upsert(true));
    }

    /** By language; empty where there is none. */
    Map<String, Summary> find(String itemId) {
        var found = new TreeMap<String, Summary>();
        Optional.ofNullable(drafts.find(eq("_id", itemId)).first())
                .map(each -> each.get("drafts", Document.class))
                .orElse(new Document())
                .forEach((language, draft) -> found.put(language, toRecord((Document) draft, Summary.class)));
        return found;
    }
}
