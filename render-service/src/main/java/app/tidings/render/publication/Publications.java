package app.tidings.render.publication;

import static app.tidings.platform.mongo.Documents.toDocument;
import static app.tidings.platform.mongo.Documents.toRecord;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import app.tidings.contracts.Profile;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/** Collection {@code publications}: the newest profile of each, {@code _id} is the publication id. */
@Repository
public class Publications {

    private final MongoCollection<Document> collection;

    Publications(MongoDatabase database) {
        this.collection = database.getCollection("publications");
    }

    /** Stores the profile unless the one that stands is as new. */
    public void keepNewest(Profile profile) {
        var id = profile.publicationId();
        collection.updateOne(
                eq("_id", id),
                combine(
                        setOnInsert("v", 1),
                        setOnInsert("version", profile.version()),
                        setOnInsert("profile", toDocument(profile))),
                new UpdateOptions().upsert(true));
        collection.updateOne(
                and(eq("_id", id), lt("version", profile.version())),
                combine(set("version", profile.version()), set("profile", toDocument(profile))));
    }

    public Optional<Profile> find(String id) {
        return Optional.ofNullable(collection.find(eq("_id", id)).first()).map(Publications::profile);
    }

    /** All of them; an installation has a handful. */
    public List<Profile> all() {
        return collection
                .find()
                .sort(Sorts.ascending("_id"))
                .map(Publications::profile)
                .into(new ArrayList<>());
    }

    private static Profile profile(Document document) {
        return toRecord(document.get("profile", Document.class), Profile.class);
    }
}
