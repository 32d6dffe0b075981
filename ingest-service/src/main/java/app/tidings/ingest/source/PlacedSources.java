package app.tidings.ingest.source;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static java.util.Comparator.comparing;

import app.tidings.ingest.connector.ConnectorSettings;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /**
     * The source that stands for each of these drafts of one publication, by the draft's id, where there is one: that which is
     * read at the draft's place, or else that which was first added there. What is archived counts last.
     */
    public Map<String, String> standing(String publicationId, Collection<String> draftIds) {
        var prefix = publicationId + ":";
        var places = draftIds.stream().map(id -> id.substring(prefix.length())).toList();
        var there = collection
                .find(and(eq("source.publicationId", publicationId), in("place", places)))
                .projection(include("place", "source.settings.standing.type"))
                .into(new ArrayList<>());
        var standing = new HashMap<String, String>();
        there.forEach(each -> standing.put(prefix + each.getString("place"), each.getString("_id")));
        collection.find(in("_id", draftIds)).projection(include("_id")).forEach(each -> {
            var id = each.getString("_id");
            standing.put(id, id);
        });
        there.stream().filter(each -> !isArchived(each)).forEach(each -> {
            var draft = prefix + each.getString("place");
            var id = each.getString("_id");
            standing.merge(draft, id, (former, other) -> isReadThere(there, former) ? former : other);
        });
        return standing;
    }

    private static boolean isReadThere(List<Document> there, String id) {
        return there.stream().anyMatch(each -> each.getString("_id").equals(id) && !isArchived(each));
    }

    private static boolean isArchived(Document document) {
        return "archived".equals(document.getEmbedded(List.of("source", "settings", "standing", "type"), ""));
    }

    /** The ids of those of any publication that are read at that place, or were first added there. */
    public List<String> at(ConnectorSettings connector) {
        var place = Source.placeOf(connector);
        var publications =
                collection.distinct("source.publicationId", String.class).into(new ArrayList<>());
        var first = publications.stream().map(each -> each + ":" + place).toList();
        return collection
                .find(or(in("_id", first), and(in("source.publicationId", publications), eq("place", place))))
                .projection(include("_id"))
                .map(each -> each.getString("_id"))
                .into(new ArrayList<>());
    }

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
