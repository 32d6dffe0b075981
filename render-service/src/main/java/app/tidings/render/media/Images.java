package app.tidings.render.media;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.setOnInsert;

import app.tidings.contracts.ImageEvent.ImageKept;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOptions;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.stereotype.Repository;

/** Collection {@code images}: {@code _id} is the SHA-256 of the bytes, so an image is stored once and never changes. */
@Repository
public class Images {

    private final MongoCollection<Document> collection;

    /** An image as it is served. */
    public record Stored(String mediaType, ByteBuffer bytes) {}

    Images(MongoDatabase database) {
        this.collection = database.getCollection("images");
    }

    /** Stores the image unless it is there already; the contract has checked that the bytes have this hash. */
    public void keepFirst(ImageKept image) {
        collection.updateOne(
                eq("_id", image.sha256()),
                combine(
                        setOnInsert("v", 1),
                        setOnInsert("mediaType", image.mediaType()),
                        setOnInsert("width", image.width()),
                        setOnInsert("height", image.height()),
                        setOnInsert("bytes", new Binary(image.bytes()))),
                new UpdateOptions().upsert(true));
    }

    public Optional<Stored> find(String sha256) {
        return Optional.ofNullable(collection.find(eq("_id", sha256)).first())
                .map(image -> new Stored(
                        image.getString("mediaType"),
                        ByteBuffer.wrap(image.get("bytes", Binary.class).getData())));
    }

    /** Those of the images that are not there, in their order, each once. */
    public List<String> missing(Collection<String> sha256s) {
        var there = collection
                .find(in("_id", sha256s))
                .projection(Projections.include("_id"))
                .map(image -> image.getString("_id"))
                .into(new HashSet<>());
        return sha256s.stream().distinct().filter(each -> !there.contains(each)).toList();
    }
}
