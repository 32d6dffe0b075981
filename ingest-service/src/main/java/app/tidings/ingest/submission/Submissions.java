package app.tidings.ingest.submission;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;

import app.tidings.platform.mongo.Documents;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Collection {@code submissions}: one document per submission. The contact lies in a field of its own, the only place of the
 * system where it is.
 */
@Repository
public class Submissions {

    private static final String CONTENT = "submission";
    private static final String CONTACT = "contact";
    private static final String PUBLICATION = CONTENT + ".publicationId";
    private static final String AT = CONTENT + ".at";

    private final MongoCollection<Document> collection;

    /** A submission with its contact, if there is one, or is one still. */
    public record Standing(Submission submission, @Nullable String contact) {

        /** It holds an address of somebody, so it shows only which it is. */
        @Override
        public String toString() {
            return "submission " + submission.id();
        }
    }

    /** Behind which submission a page begins: its time in milliseconds, and its id. */
    public record Place(long at, String id) {}

    Submissions(MongoDatabase database) {
        this.collection = database.getCollection("submissions");
    }

    /** Makes the index that a large store needs; harmless where it is there. */
    void index() {
        collection.createIndex(Indexes.compoundIndex(
                Indexes.ascending(PUBLICATION), Indexes.descending(AT), Indexes.ascending("_id")));
    }

    /** Stores it unless it is there already; returns the one that stands. */
    Submission keepFirst(Submission submission, @Nullable String contact) {
        var content = setOnInsert(CONTENT, Documents.toDocument(submission));
        var all = contact == null
                ? combine(setOnInsert("v", 1), content)
                : combine(setOnInsert("v", 1), content, setOnInsert(CONTACT, contact));
        var standing = collection.findOneAndUpdate(
                eq("_id", submission.id()),
                all,
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        return toStanding(Objects.requireNonNull(standing, "an upsert returns what it left"))
                .submission();
    }

    /** The submission of that id. */
    public Optional<Standing> find(String id) {
        return Optional.ofNullable(collection.find(eq("_id", id)).first()).map(Submissions::toStanding);
    }

    /** The newest first, behind a place; of one publication, or of all. */
    public List<Standing> page(@Nullable String publicationId, @Nullable Place after, int limit) {
        return collection
                .find(and(publicationId == null ? new Document() : eq(PUBLICATION, publicationId), behind(after)))
                .sort(Sorts.orderBy(Sorts.descending(AT), Sorts.ascending("_id")))
                .limit(limit)
                .map(Submissions::toStanding)
                .into(new ArrayList<>());
    }

    private static Bson behind(@Nullable Place place) {
        if (place == null) {
            return new Document();
        }
        var at = Date.from(Instant.ofEpochMilli(place.at()));
        return or(lt(AT, at), and(eq(AT, at), gt("_id", place.id())));
    }

    /** Forgets who can be reached about it; twice is as good as once. */
    public void eraseContact(String id) {
        collection.updateOne(eq("_id", id), unset(CONTACT));
    }

    /** Removes it, with its contact; says whether it was there. */
    public boolean remove(String id) {
        return collection.deleteOne(eq("_id", id)).getDeletedCount() == 1;
    }

    private static Standing toStanding(Document document) {
        return new Standing(
                Documents.toRecord(document.get(CONTENT, Document.class), Submission.class),
                document.getString(CONTACT));
    }
}
