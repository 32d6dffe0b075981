package app.tidings.curation.linkcheck;

import static app.tidings.platform.mongo.Documents.toDocuments;
import static app.tidings.platform.mongo.Documents.toRecords;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/** Collection {@code linkChecks}: what asking for the links of an issue came to last; {@code _id} is the issue's id. */
@Repository
public class LinkChecks {

    private static final String LINKS = "links";

    private final MongoCollection<Document> collection;

    LinkChecks(MongoDatabase database) {
        this.collection = database.getCollection("linkChecks");
    }

    /** Stores a check in place of the one before. */
    void keepLatest(String issueId, List<CheckedLink> links) {
        collection.updateOne(
                eq("_id", issueId),
                combine(set(LINKS, toDocuments(links)), setOnInsert("v", 1)),
                new UpdateOptions().upsert(true));
    }

    /** What came of the last check; empty when there was none. */
    public Optional<List<CheckedLink>> find(String issueId) {
        return Optional.ofNullable(collection.find(eq("_id", issueId)).first())
                .map(check -> toRecords(check.getList(LINKS, Document.class), CheckedLink.class));
    }
}
