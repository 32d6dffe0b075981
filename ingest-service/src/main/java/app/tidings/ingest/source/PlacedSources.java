package app.tidings.ingest.source;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.include;
import static java.util.Comparator.comparing;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/** Reads of the collection {@code sources} where each stands among the others, and nothing else; {@link Sources} writes it. */
@Repository
public class PlacedSources {

    private final MongoCollection<Document> collection;

    PlacedSources(MongoDatabase database) {
        this.collection = database.getCollection("sources");
    }

    /** A source among others of its publication: the folder that it lies in. */
    public record Placed(String id, List<String> folder) {}

    /** All sources of a publication in the order in which they were added, those of one list in the list's. */
    public List<Placed> inOrder(String publicationId) {
        return collection
                .find(eq("source.publicationId", publicationId))
                .projection(include("source.addedAt", "source.settings.folder", "position"))
                .into(new ArrayList<>())
                .stream()
                .sorted(comparing((Document each) ->
                                each.get("source", Document.class).getDate("addedAt"))
                        .thenComparingInt(each -> each.getInteger("position", 0))
                        .thenComparing(each -> each.getString("_id")))
                .map(each -> new Placed(each.getString("_id"), folder(each)))
                .toList();
    }

    private static List<String> folder(Document document) {
        var settings = document.get("source", Document.class).get("settings", Document.class);
        var folder = settings == null ? null : settings.getList("folder", String.class);
        return folder == null ? List.of() : folder;
    }
}
