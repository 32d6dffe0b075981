package app.tidings.curation.image;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.setOnInsert;

import app.tidings.contracts.ImageEvent.ImageKept;
import app.tidings.contracts.Manuscript;
import app.tidings.platform.outbox.Outbox;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.stereotype.Repository;

/** Collection {@code images}: each image by the SHA-256 of its bytes, which never change. */
@Repository
public class Images {

    private final MongoCollection<Document> collection;
    private final Outbox outbox;

    Images(MongoDatabase database, Outbox outbox) {
        this.collection = database.getCollection("images");
        this.outbox = outbox;
    }

    /** Stores the image and tells of it, unless it is there already. */
    public void keepFirst(ImageKept image) {
        if (find(image.sha256()).isPresent()) {
            return;
        }
        outbox.write(
                collection,
                image.sha256(),
                List.of(image),
                unsent -> collection.updateOne(
                        eq("_id", image.sha256()),
                        combine(
                                setOnInsert("v", 1),
                                setOnInsert("version", image.version()),
                                setOnInsert("mediaType", image.mediaType()),
                                setOnInsert("width", image.width()),
                                setOnInsert("height", image.height()),
                                setOnInsert("bytes", new Binary(image.bytes())),
                                setOnInsert("keptAt", Date.from(image.occurredAt())),
                                unsent.setOnInsert()),
                        new UpdateOptions().upsert(true)));
    }

    /** A kept image as an entry shows it. */
    public Optional<Manuscript.Image> shown(String sha256, String alt, String caption) {
        return find(sha256).map(image -> new Manuscript.Image(sha256, image.width(), image.height(), alt, caption));
    }

    /** Tells of a kept image again, with the same id. */
    public void sendAgain(String sha256) {
        find(sha256)
                .ifPresent(image -> outbox.write(
                        collection,
                        sha256,
                        List.of(image),
                        unsent -> collection.updateOne(eq("_id", sha256), unsent.set())));
    }

    private Optional<ImageKept> find(String sha256) {
        return Optional.ofNullable(collection.find(eq("_id", sha256)).first()).map(Images::image);
    }

    private static ImageKept image(Document document) {
        return new ImageKept(
                document.getString("_id"),
                document.getString("mediaType"),
                document.getInteger("width"),
                document.getInteger("height"),
                Base64.getEncoder()
                        .encodeToString(document.get("bytes", Binary.class).getData()),
                document.getDate("keptAt").toInstant());
    }
}
