package app.tidings.ingest.rule;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import app.tidings.platform.mongo.Documents;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/** Collection {@code rules}: one document per publication, {@code _id} is its id, with all its rules. */
@Repository
class Rules {

    private final MongoCollection<Document> collection;

    /** The rules of a publication; version 0 before anybody set some. */
    record Book(List<Rule> rules, long version) {}

    Rules(MongoDatabase database) {
        this.collection = database.getCollection("rules");
    }

    /** The rules as they stand. */
    Book of(String publicationId) {
        var stored = collection.find(eq("_id", publicationId)).first();
        return stored == null
                ? new Book(List.of(), 0)
                : new Book(
                        Documents.toRecords(stored.getList("rules", Document.class), Rule.class),
                        stored.getLong("version"));
    }

    /** Writes the next version of the rules if nobody did since {@code read}; says whether it did. */
    boolean replaceIfVersion(String publicationId, List<Rule> rules, long read) {
        var next = combine(set("v", 1), set("version", read + 1), set("rules", Documents.toDocuments(rules)));
        var standing = and(eq("_id", publicationId), eq("version", read));
        try {
            var written = collection.updateOne(standing, next, new UpdateOptions().upsert(read == 0));
            return written.getMatchedCount() == 1 || written.getUpsertedId() != null;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }
}
