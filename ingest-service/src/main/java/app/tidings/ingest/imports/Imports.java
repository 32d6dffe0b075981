package app.tidings.ingest.imports;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import app.tidings.platform.jobs.Jobs;
import app.tidings.platform.mongo.Documents;
import app.tidings.platform.mongo.StoreClock;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/** Collection {@code imports}: one document per list that came in, with its progress. */
@Repository
class Imports {

    private final MongoDatabase database;
    private final MongoCollection<Document> collection;

    Imports(MongoDatabase database) {
        this.database = database;
        this.collection = database.getCollection("imports");
    }

    /** The imports that are to be continued. */
    Jobs jobs(StoreClock clock) {
        return new Jobs(database, "importJobs", clock);
    }

    /** Keeps one that has just begun. */
    void keep(Import begun) {
        collection.insertOne(toDocument(begun));
    }

    Optional<Import> find(String id) {
        return Optional.ofNullable(collection.find(eq("_id", id)).first())
                .map(document -> Documents.toRecord(document.get("import", Document.class), Import.class));
    }

    /** Writes the progress unless somebody else did meanwhile, who then found the same; says whether it did. */
    boolean replaceIfNext(Import advanced) {
        return collection
                        .replaceOne(
                                and(eq("_id", advanced.id()), eq("import.next", advanced.next() - 1)),
                                toDocument(advanced))
                        .getMatchedCount()
                == 1;
    }

    /** Forgets those of a publication that ended before then. */
    void forgetEndedBefore(String publicationId, Instant then) {
        collection.deleteMany(and(eq("import.publicationId", publicationId), lt("import.endedAt", Date.from(then))));
    }

    private static Document toDocument(Import one) {
        return new Document("_id", one.id()).append("v", 1).append("import", Documents.toDocument(one));
    }
}
