package app.tidings.ingest.outcome;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;

import app.tidings.contracts.SourceEvent;
import app.tidings.platform.mongo.Documents;
import app.tidings.platform.outbox.Outbox;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.UpdateOneModel;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

/**
 * The poll side of the collection {@code sources}: the fields {@code poll}, {@code past}, {@code pastUntil} and
 * {@code outbox}, written under the lease of a bucket. What people set lies in other fields of the same document, which
 * {@code Sources} owns: so a source is read whole by one look, is removed whole, and neither side overwrites the other.
 */
@Repository
public class PollResults {

    /** So many polls are remembered of each source. */
    static final int MAX_PAST = 50;

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final PushOptions NEWEST = new PushOptions().slice(-MAX_PAST);

    private final MongoCollection<Document> collection;
    private final Outbox outbox;

    /**
     * What polls of a source came to that are not stored yet.
     *
     * @param state after the last of them
     * @param past those that are to be remembered, oldest first
     * @param events what is to be told of them
     */
    public record PollResult(String sourceId, PollState state, List<Past> past, List<SourceEvent> events) {

        /** Both as one: what came before, and this. */
        public PollResult after(PollResult earlier) {
            return new PollResult(sourceId, state, both(earlier.past, past), both(earlier.events, events));
        }

        private static <T> List<T> both(List<T> earlier, List<T> later) {
            return Stream.concat(earlier.stream(), later.stream()).toList();
        }
    }

    /**
     * A poll that is remembered: one that read something, or failed.
     *
     * @param unchangedBefore how many polls before it found nothing changed
     */
    public record Past(Outcome outcome, int unchangedBefore) {}

    public PollResults(MongoDatabase database, Outbox outbox) {
        this.collection = database.getCollection("sources");
        this.outbox = outbox;
    }

    /**
     * Writes what polls came to, all in one go but for those that have events; what was polled under an older lease than what
     * stands is dropped, and what was written already changes nothing.
     */
    public void writeUnlessOutdated(Collection<PollResult> results) {
        var updates = results.stream()
                .filter(result -> result.events().isEmpty())
                .map(result -> new UpdateOneModel<Document>(stillOpen(result), writing(result)))
                .toList();
        if (!updates.isEmpty()) {
            collection.bulkWrite(updates, UNORDERED);
        }
        results.stream().filter(result -> !result.events().isEmpty()).forEach(this::writeAndTell);
    }

    private void writeAndTell(PollResult result) {
        outbox.write(
                collection,
                result.sourceId(),
                result.events(),
                unsent -> collection.updateOne(stillOpen(result), combine(writing(result), unsent.set())));
    }

    private static Bson stillOpen(PollResult result) {
        var newest = and(
                eq("_id", result.sourceId()), lte("poll.epoch", result.state().epoch()));
        return result.past().isEmpty() ? newest : and(newest, ne("pastUntil", Date.from(until(result))));
    }

    private static Bson writing(PollResult result) {
        var state = set("poll", Documents.toDocument(result.state()));
        return result.past().isEmpty()
                ? state
                : combine(
                        state,
                        set("pastUntil", Date.from(until(result))),
                        pushEach("past", Documents.toDocuments(result.past()), NEWEST));
    }

    private static Instant until(PollResult result) {
        return result.past().getLast().outcome().at();
    }

    /** The last polls of a source that read something or failed, oldest first. */
    public List<Past> past(String sourceId) {
        var source =
                collection.find(eq("_id", sourceId)).projection(include("past")).first();
        return source == null ? List.of() : Documents.toRecords(source.getList("past", Document.class), Past.class);
    }
}
