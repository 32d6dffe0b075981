package app.tidings.ingest.publication;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import app.tidings.contracts.Profile;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/** Collection {@code publications}: one document per publication, {@code version} being that of the newest profile. */
@Repository
public class Publications {

    private final MongoCollection<Document> collection;

    Publications(MongoDatabase database) {
        this.collection = database.getCollection("publications");
    }

    /** Keeps what the profile says unless a newer one is known already. */
    void keepNewest(Profile profile) {
        var id = profile.publicationId();
        collection.updateOne(
                eq("_id", id),
                combine(setOnInsert("v", 1), setOnInsert("version", 0L)),
                new UpdateOptions().upsert(true));
        collection.updateOne(
                and(eq("_id", id), lt("version", profile.version())),
                combine(
                        set("name", profile.in(profile.language(), profile.name())),
                        set("version", profile.version())));
    }

    /** The ids of all that are known; none while curation has not been heard of. */
    public Set<String> known() {
        return collection.find().map(document -> document.getString("_id")).into(new TreeSet<>());
    }
}
