package app.tidings.render.artefact;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.setOnInsert;

import app.tidings.render.edition.Printed;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.stereotype.Repository;

/** Collection {@code artefacts}: printed files, {@code _id} is the SHA-256 of the bytes. */
@Repository
public class Artefacts {

    private final MongoCollection<Document> collection;

    Artefacts(MongoDatabase database) {
        this.collection = database.getCollection("artefacts");
    }

    /** Stores the file unless it is there already. */
    public void keepFirst(Printed printed) {
        collection.updateOne(
                eq("_id", printed.sha256()),
                combine(setOnInsert("v", 1), setOnInsert("bytes", new Binary(printed.bytes()))),
                new UpdateOptions().upsert(true));
    }

    public Optional<byte[]> find(String sha256) {
        return Optional.ofNullable(collection.find(eq("_id", sha256)).first())
                .map(artefact -> artefact.get("bytes", Binary.class).getData());
    }
}
