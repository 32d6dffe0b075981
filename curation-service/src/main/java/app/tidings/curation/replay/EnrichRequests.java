package app.tidings.curation.replay;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.addEachToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Collection {@code enrichRequests}: the items that somebody wants to be looked up again, only until that is done. */
@Repository
public class EnrichRequests {

    private static final String STEPS = "steps";
    private static final String TOKEN = "token";
    private static final String REPLAY = "replay";

    private final MongoCollection<Document> collection;
    private final Replays replays;

    /**
     * A wish to have an item looked up again.
     *
     * @param token changes with each further wish
     * @param replay the range that it belongs to; none: the item alone
     */
    public record EnrichRequest(
            String itemId,
            String token,
            Set<EnrichStep> steps,
            @Nullable String replay) {}

    /** What came of it. */
    public enum Outcome {
        CHANGED,
        SAME,
        /** The page is gone, or somebody did not answer for now; what was known stands. */
        MISSED
    }

    EnrichRequests(MongoDatabase database, Replays replays) {
        this.collection = database.getCollection("enrichRequests");
        this.replays = replays;
    }

    /** Wants these steps too, for the item alone or as one of a range. */
    void add(String itemId, Collection<EnrichStep> steps, @Nullable String replay) {
        collection.updateOne(eq("_id", itemId), added(steps, replay), new UpdateOptions().upsert(true));
    }

    private static Bson added(Collection<EnrichStep> steps, @Nullable String replay) {
        var names = steps.stream().map(Enum::name).toList();
        var token = UUID.randomUUID().toString();
        var added = combine(addEachToSet(STEPS, names), set(TOKEN, token), setOnInsert("v", 1));
        return replay == null ? added : combine(added, set(REPLAY, replay));
    }

    public Optional<EnrichRequest> find(String itemId) {
        return Optional.ofNullable(collection.find(eq("_id", itemId)).first()).map(EnrichRequests::request);
    }

    /** How many items of a range are still to be looked up. */
    long count(String replay) {
        return count(List.of(replay));
    }

    /** How many items of several ranges are. */
    long count(Collection<String> replays) {
        return collection.countDocuments(in(REPLAY, replays));
    }

    /** The items of a range that are still to be looked up. */
    List<String> itemsOf(String replay) {
        return collection
                .find(eq(REPLAY, replay))
                .map(each -> each.getString("_id"))
                .into(new ArrayList<>());
    }

    /** Ends the request unless more was wanted since it was read; what came of it counts for its range, once. */
    public void settle(EnrichRequest request, Outcome outcome) {
        var mine = and(eq("_id", request.itemId()), eq(TOKEN, request.token()));
        if (collection.deleteOne(mine).getDeletedCount() == 1 && request.replay() != null) {
            replays.count(request.replay(), outcome);
        }
    }

    private static EnrichRequest request(Document document) {
        var steps = EnumSet.noneOf(EnrichStep.class);
        document.getList(STEPS, String.class, List.of()).forEach(name -> steps.add(EnrichStep.valueOf(name)));
        return new EnrichRequest(
                document.getString("_id"), document.getString(TOKEN), steps, document.getString(REPLAY));
    }
}
