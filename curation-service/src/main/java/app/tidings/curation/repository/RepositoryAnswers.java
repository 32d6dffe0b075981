package app.tidings.curation.repository;

import static app.tidings.platform.mongo.Documents.toDocument;
import static app.tidings.platform.mongo.Documents.toRecord;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import app.tidings.curation.item.Page;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/** Collection {@code repositoryAnswers}: what hosts answered last, by host and repository, to be asked for only if it changed. */
@Repository
class RepositoryAnswers {

    private static final String ETAG = "etag";
    private static final String REPOSITORY = "repository";

    private final MongoCollection<Document> collection;

    /** An answer with its entity tag (RFC 9110 §8.8.3). */
    record Kept(String etag, Page.Repository repository) {}

    RepositoryAnswers(MongoDatabase database) {
        this.collection = database.getCollection("repositoryAnswers");
    }

    Optional<Kept> find(String id) {
        return Optional.ofNullable(collection.find(eq("_id", id)).first())
                .map(found -> new Kept(
                        found.getString(ETAG), toRecord(found.get(REPOSITORY, Document.class), Page.Repository.class)));
    }

    void keepLatest(String id, Kept answer) {
        collection.updateOne(
                eq("_id", id),
                combine(set(ETAG, answer.etag()), set(REPOSITORY, toDocument(answer.repository())), set("v", 1)),
                new UpdateOptions().upsert(true));
    }
}
