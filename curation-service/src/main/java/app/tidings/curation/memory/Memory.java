package app.tidings.curation.memory;

import static app.tidings.platform.mongo.Documents.toDocument;
import static app.tidings.platform.mongo.Documents.toRecord;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/**
 * Collection {@code memory}: one document per mark, with its place in each issue. Beside it {@code memoryOfIssues}: which marks an issue
 * left, so that what a correction takes out is forgotten.
 */
@Repository
public class Memory {

    private static final String PLACES = "places";
    private static final String VERSION = "version";
    private static final String MARKS = "marks";

    /** Which marks an issue leaves; where that changes, all of them are to be remembered again. */
    private static final int SHAPE = 2;

    /** Told of an issue while its marks are being written: whoever finds it writes them again. */
    private static final long UNFINISHED = -1;

    private final MongoCollection<Document> marks;
    private final MongoCollection<Document> issues;

    Memory(MongoDatabase database) {
        this.marks = database.getCollection("memory");
        this.issues = database.getCollection("memoryOfIssues");
    }

    /** Whether all of the issue is remembered as it was told at a version. */
    public boolean holds(String issueId, long version) {
        var known = issues.find(eq("_id", issueId)).first();
        return known != null && known.getLong(VERSION) == version && known.getInteger("v") == SHAPE;
    }

    /**
     * Remembers the places of an issue, and nothing else of it. After a kill in between the issue is not held, and to be
     * remembered again; twice is as good as once.
     *
     * @param version at which the issue was told
     * @param places by mark
     */
    public void replace(String issueId, long version, Map<String, Place> places) {
        var before = marksOf(issueId);
        var all = Stream.concat(before.stream(), places.keySet().stream()).collect(Collectors.toSet());
        keep(issueId, UNFINISHED, all);
        var field = PLACES + "." + issueId.substring(issueId.indexOf(':') + 1);
        var writes = new ArrayList<UpdateOneModel<Document>>();
        places.forEach((mark, place) -> writes.add(new UpdateOneModel<>(
                eq("_id", mark),
                combine(set(field, toDocument(place)), setOnInsert("v", 1)),
                new UpdateOptions().upsert(true))));
        before.stream()
                .filter(mark -> !places.containsKey(mark))
                .forEach(mark -> writes.add(new UpdateOneModel<>(eq("_id", mark), unset(field))));
        if (!writes.isEmpty()) {
            marks.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        }
        keep(issueId, version, places.keySet());
    }

    private Set<String> marksOf(String issueId) {
        var known = issues.find(eq("_id", issueId)).first();
        return known == null ? Set.of() : new HashSet<>(known.getList(MARKS, String.class));
    }

    private void keep(String issueId, long version, Collection<String> held) {
        issues.updateOne(
                eq("_id", issueId),
                combine(set(VERSION, version), set(MARKS, List.copyOf(held)), set("v", SHAPE)),
                new UpdateOptions().upsert(true));
    }

    /**
     * Where links ran before, what is sure first, and the newest issue.
     *
     * @param trails by any key
     * @return by the same keys, those that ran
     */
    public Map<String, List<Ran>> recall(Map<String, Trail> trails) {
        var wanted = trails.values().stream()
                .flatMap(trail -> trail.marks().keySet().stream())
                .collect(Collectors.toSet());
        var found = new HashMap<String, List<Place>>();
        if (!wanted.isEmpty()) {
            marks.find(in("_id", wanted)).forEach(each -> found.put(each.getString("_id"), places(each)));
        }
        var ran = new HashMap<String, List<Ran>>();
        trails.forEach((key, trail) -> {
            var places = recall(trail, found);
            if (!places.isEmpty()) {
                ran.put(key, places);
            }
        });
        return ran;
    }

    /**
     * Places that may be those of the same thing under another name, the newest first: those that share something that is not sure,
     * then those that share no more than a clue.
     */
    public List<Place> near(Trail trail) {
        var wanted = trail.all().stream()
                .filter(mark -> !trail.marks().getOrDefault(mark, false))
                .toList();
        var isMore = new LinkedHashMap<Place, Boolean>();
        marks.find(in("_id", wanted)).forEach(found -> {
            var isMark = trail.marks().containsKey(found.getString("_id"));
            places(found).forEach(place -> isMore.merge(place, isMark, Boolean::logicalOr));
        });
        return isMore.keySet().stream()
                .sorted(Comparator.<Place, Boolean>comparing(isMore::get)
                        .thenComparingInt(Place::number)
                        .reversed())
                .toList();
    }

    private static List<Ran> recall(Trail trail, Map<String, List<Place>> found) {
        var places = new LinkedHashMap<Place, Boolean>();
        trail.marks()
                .forEach((mark, sure) -> found.getOrDefault(mark, List.of())
                        .forEach(place -> places.merge(place, sure, Boolean::logicalOr)));
        return places.entrySet().stream()
                .map(each -> Ran.at(each.getKey(), each.getValue(), trail.name()))
                .sorted(Comparator.comparing(Ran::sure)
                        .thenComparingInt(Ran::number)
                        .reversed())
                .toList();
    }

    private static List<Place> places(Document mark) {
        return mark.get(PLACES, new Document()).values().stream()
                .map(place -> toRecord((Document) place, Place.class))
                .toList();
    }
}
