package app.tidings.render.media;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/** Collection {@code awaitedImages}: which editions wait for an image, {@code _id} is the image's hash. */
@Repository
class AwaitedImages {

    private final MongoCollection<Document> collection;

    AwaitedImages(MongoDatabase database) {
        this.collection = database.getCollection("awaitedImages");
    }

    /** Says that the edition waits for the image. */
    void add(String sha256, String editionId) {
        collection.updateOne(
                eq("_id", sha256),
                combine(setOnInsert("v", 1), addToSet("editions", editionId)),
                new UpdateOptions().upsert(true));
    }

    List<String> editionsWaitingFor(String sha256) {
        var awaited = collection.find(eq("_id", sha256)).first();
        return awaited == null ? List.of() : awaited.getList("editions", String.class);
    }

    void remove(String sha256) {
        collection.deleteOne(eq("_id", sha256));
    }
}
