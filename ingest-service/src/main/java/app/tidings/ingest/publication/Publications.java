package app.tidings.ingest.publication;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import app.tidings.contracts.Profile;
import app.tidings.platform.mongo.Documents;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.util.Map;
import java.util.Optional;
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
        var publication = new Publication(id, profile.language(), profile.name());
        collection.updateOne(
                eq("_id", id),
                combine(setOnInsert("v", 1), setOnInsert("version", 0L)),
                new UpdateOptions().upsert(true));
        collection.updateOne(
                // what an earlier version of this service kept has no such field yet
                and(eq("_id", id), or(lt("version", profile.version()), exists("publication", false))),
                combine(
                        set("name", profile.in(profile.language(), profile.name())),
                        set("publication", Documents.toDocument(publication)),
                        set("version", profile.version())));
    }

    /**
     * A publication.
     *
     * @param language the language that its editors write first
     * @param names by language; holds at least that one
     */
    public record Publication(String id, String language, Map<String, String> names) {

        public Publication {
            names = Map.copyOf(names);
        }

        /** Its name for whoever reads that language, or else in its own. */
        public String nameIn(String wanted) {
            return names.getOrDefault(wanted, names.getOrDefault(language, id));
        }
    }

    /** The publication of that id, if curation has told of it. */
    public Optional<Publication> find(String id) {
        return Optional.ofNullable(collection
                        .find(and(eq("_id", id), exists("publication")))
                        .first())
                .map(document -> Documents.toRecord(document.get("publication", Document.class), Publication.class));
    }

    /** The ids of all that are known; none while curation has not been heard of. */
    public Set<String> known() {
        return collection.find().map(document -> document.getString("_id")).into(new TreeSet<>());
    }
}
