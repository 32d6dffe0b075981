package app.tidings.render.artefact;

import static app.tidings.platform.mongo.Documents.toDocument;
import static app.tidings.platform.mongo.Documents.toRecord;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import app.tidings.render.artefact.Shelf.Issue;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/** Collection {@code shelves}: what the archive shows; {@code _id} is publication and language, one field an issue. */
@Repository
public class Shelves {

    private final MongoCollection<Document> collection;

    Shelves(MongoDatabase database) {
        this.collection = database.getCollection("shelves");
    }

    /** Puts the issue in its place unless a later version of it stands there. */
    public void keepNewest(String publication, String language, Issue issue) {
        var id = id(publication, language);
        var place = "issues." + issue.number();
        collection.updateOne(eq("_id", id), setOnInsert("v", 1), new UpdateOptions().upsert(true));
        collection.updateOne(
                and(eq("_id", id), or(exists(place, false), lt(place + ".issueVersion", issue.issueVersion()))),
                set(place, toDocument(issue)));
    }

    /** The shelf; empty where nothing was published. */
    public Shelf find(String publication, String language) {
        var shelf = collection.find(eq("_id", id(publication, language))).first();
        if (shelf == null) {
            return new Shelf(List.of());
        }
        var issues = shelf.get("issues", new Document());
        return new Shelf(issues.keySet().stream()
                .map(number -> toRecord(issues.get(number, Document.class), Issue.class))
                .toList());
    }

    private static String id(String publication, String language) {
        return publication + ":" + language;
    }
}
