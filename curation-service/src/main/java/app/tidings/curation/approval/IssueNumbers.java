package app.tidings.curation.approval;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/**
 * Collection {@code issueNumbers}: one document per publication with the last number taken, and which issue has which. A number
 * is taken by one write, so numbers have no gap and no issue has two. Numbers of issues of the past are kept beside them; what is
 * approved later goes on behind the highest.
 */
@Repository
public class IssueNumbers {

    private static final String LAST = "last";
    private static final String TAKEN = "taken";
    private static final String PAST = "past";
    private static final int TRIES = 1_000;

    private final MongoCollection<Document> collection;

    IssueNumbers(MongoDatabase database) {
        this.collection = database.getCollection("issueNumbers");
    }

    /** The number of the issue: the next one for the first call, the same one for each later call. */
    int takeOnce(String publicationId, String issueId) {
        for (var i = 0; i < TRIES; i++) {
            var standing = standing(publicationId);
            var taken = standing.get(TAKEN, new Document()).getInteger(key(issueId));
            if (taken != null) {
                return taken;
            }
            takeNext(publicationId, issueId, standing.getInteger(LAST));
        }
        throw new IllegalStateException("the numbers of %s are written all the time".formatted(publicationId));
    }

    /**
     * The issue of the past that has the number: the one that asked first.
     *
     * @param issueId that is to have it
     * @return empty where the number is that of an issue that was approved here
     */
    public Optional<String> keepPast(String publicationId, int number, String issueId) {
        for (var i = 0; i < TRIES; i++) {
            var standing = standing(publicationId);
            var kept = standing.get(PAST, new Document()).getString(String.valueOf(number));
            if (kept != null) {
                return Optional.of(publicationId + ":" + kept);
            }
            if (standing.get(TAKEN, new Document()).containsValue(number)) {
                return Optional.empty();
            }
            keepPast(publicationId, number, issueId, standing.getInteger(LAST));
        }
        throw new IllegalStateException("the numbers of %s are written all the time".formatted(publicationId));
    }

    private void keepPast(String publicationId, int number, String issueId, int last) {
        var path = PAST + "." + number;
        collection.updateOne(
                and(eq("_id", publicationId), eq(LAST, last), exists(path, false)),
                combine(set(LAST, Math.max(last, number)), set(path, key(issueId))));
    }

    private Document standing(String publicationId) {
        return Objects.requireNonNull(
                collection.findOneAndUpdate(
                        eq("_id", publicationId),
                        combine(setOnInsert(LAST, 0), setOnInsert("v", 1)),
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)),
                "an upsert leaves a document");
    }

    /** Takes the number behind the last one, unless somebody else took it or the issue has one by now. */
    private void takeNext(String publicationId, String issueId, int last) {
        var path = TAKEN + "." + key(issueId);
        collection.updateOne(
                and(eq("_id", publicationId), eq(LAST, last), exists(path, false)),
                combine(set(LAST, last + 1), set(path, last + 1)));
    }

    private static String key(String issueId) {
        return issueId.substring(issueId.indexOf(':') + 1);
    }
}
