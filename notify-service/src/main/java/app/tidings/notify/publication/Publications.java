package app.tidings.notify.publication;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import app.tidings.contracts.Profile;
import app.tidings.platform.mongo.Documents;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/** Collection {@code publications}: the newest profile of each; {@code _id} is the publication. */
@Repository
public class Publications {

    private final MongoCollection<Document> collection;

    Publications(MongoDatabase database) {
        this.collection = database.getCollection("publications");
    }

    /** Stores the profile unless a later one, or this one, is there already; says whether it did. */
    boolean keepNewest(Profile profile) {
        try {
            var result = collection.updateOne(
                    and(eq("_id", profile.publicationId()), lt("version", profile.version())),
                    combine(
                            set("version", profile.version()),
                            set("profile", Documents.toDocument(profile)),
                            setOnInsert("v", 1)),
                    new UpdateOptions().upsert(true));
            return result.getModifiedCount() == 1 || result.getUpsertedId() != null;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false; // the upsert found no older one, so what is there is not older
            }
            throw e;
        }
    }

    public Optional<Profile> find(String publicationId) {
        return Optional.ofNullable(collection.find(eq("_id", publicationId)).first())
                .map(Publications::toProfile);
    }

    public List<Profile> all() {
        return collection
                .find()
                .sort(Sorts.ascending("_id"))
                .map(Publications::toProfile)
                .into(new ArrayList<>());
    }

    private static Profile toProfile(Document document) {
        return Documents.toRecord(document.get("profile", Document.class), Profile.class);
    }
}
