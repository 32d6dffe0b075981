package app.tidings.render.manuscript;

import static app.tidings.platform.mongo.Documents.toDocument;
import static app.tidings.platform.mongo.Documents.toRecord;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.setOnInsert;

import app.tidings.contracts.IssueEvent.IssueApproved;
import app.tidings.platform.jobs.Jobs;
import app.tidings.platform.mongo.StoreClock;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/** Collection {@code manuscripts}: approved issues as they came; {@code _id} is the issue's id and version. */
@Repository
class Manuscripts {

    private final MongoDatabase database;
    private final MongoCollection<Document> collection;

    Manuscripts(MongoDatabase database) {
        this.database = database;
        this.collection = database.getCollection("manuscripts");
    }

    /** The open work on manuscripts, beside them in the store: one job for each edition. */
    Jobs printJobs(StoreClock clock) {
        return new Jobs(database, "printJobs", clock);
    }

    /** Stores the approval unless it is there already. */
    void keepFirst(IssueApproved approved) {
        collection.updateOne(
                eq("_id", id(approved.key(), approved.version())),
                combine(setOnInsert("v", 1), setOnInsert("approved", toDocument(approved))),
                new UpdateOptions().upsert(true));
    }

    Optional<IssueApproved> find(String issueId, long version) {
        return Optional.ofNullable(
                        collection.find(eq("_id", id(issueId, version))).first())
                .map(document -> toRecord(document.get("approved", Document.class), IssueApproved.class));
    }

    private static String id(String issueId, long version) {
        return issueId + "@" + version;
    }
}
