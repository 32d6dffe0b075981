package app.tidings.curation.issue;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.util.Objects;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/** Collection {@code issueRequests}: which issue a caller's idempotency key made, so that a repeated call makes no second one. */
@Repository
class IssueRequests {

    private final MongoCollection<Document> collection;

    IssueRequests(MongoDatabase database) {
        this.collection = database.getCollection("issueRequests");
    }

    /** The id that the first call with this key got. */
    String keepFirst(String publicationId, String key, String freshId) {
        var standing = collection.findOneAndUpdate(
                eq("_id", publicationId + ":" + key),
                combine(setOnInsert("issueId", freshId), setOnInsert("v", 1)),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        return Objects.requireNonNull(standing, "an upsert leaves a document").getString("issueId");
    }
}
