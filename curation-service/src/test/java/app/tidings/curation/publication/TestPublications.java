package app.tidings.curation.publication;

import app.tidings.curation.TestLinks;
import com.mongodb.client.MongoDatabase;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;

/** Publications beside the usual one. */
public final class TestPublications {

    private TestPublications() {}

    /** The id of another one, with the same profile. */
    public static String another(MongoDatabase database) {
        var id = "another-" + UUID.randomUUID();
        var publications = database.getCollection("publications");
        var usual = Objects.requireNonNull(
                publications.find(new Document("_id", TestLinks.PUBLICATION)).first());
        usual.get("profile", Document.class).put("publicationId", id);
        publications.insertOne(usual.append("_id", id));
        return id;
    }
}
