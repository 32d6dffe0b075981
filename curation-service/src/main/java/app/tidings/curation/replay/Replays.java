package app.tidings.curation.replay;

import static app.tidings.platform.mongo.Documents.toDocument;
import static app.tidings.platform.mongo.Documents.toRecord;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import app.tidings.curation.replay.EnrichRequests.Outcome;
import app.tidings.curation.replay.Replay.State;
import app.tidings.platform.jobs.Jobs;
import app.tidings.platform.mongo.StoreClock;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

/** Collection {@code replays}: the ranges that were looked up again, those of the last quarter of a year. */
@Repository
class Replays {

    private static final Duration REMEMBERED = Duration.ofDays(90);
    private static final String STATE = "state";
    private static final String CURSOR = "cursor";

    private final MongoDatabase database;
    private final MongoCollection<Document> collection;

    Replays(MongoDatabase database) {
        this.database = database;
        this.collection = database.getCollection("replays");
    }

    /** Those that are not at their end, in a small collection beside this one. */
    Jobs replayJobs(StoreClock clock) {
        return new Jobs(database, "replayJobs", clock);
    }

    void add(Replay replay) {
        var forgotten = Date.from(replay.startedAt().minus(REMEMBERED));
        collection.deleteMany(lt("endedAt", forgotten));
        var document = toDocument(replay);
        document.remove("id");
        collection.insertOne(document.append("_id", replay.id()).append("v", 1));
    }

    Optional<Replay> find(String id) {
        return Optional.ofNullable(collection.find(eq("_id", id)).first())
                .map(document ->
                        toRecord(new Document(document).append("id", document.getString("_id")), Replay.class));
    }

    /** The ids of those that are not at their end. */
    List<String> open() {
        return collection.find(isOpen()).map(each -> each.getString("_id")).into(new ArrayList<>());
    }

    /** Goes on to an item if nobody else went on since the replay was read, or stopped it; says whether it did. */
    boolean advanceFrom(Replay read, String cursor, long examined, long asked, State next) {
        var stands = and(eq("_id", read.id()), eq(STATE, State.RUNNING.name()), eq(CURSOR, read.cursor()));
        var moved =
                combine(set(CURSOR, cursor), inc("examined", examined), inc("asked", asked), set(STATE, next.name()));
        return collection.updateOne(stands, moved).getMatchedCount() == 1;
    }

    /** Ends it, unless it has ended. */
    void end(String id, State how, Instant now) {
        collection.updateOne(
                and(eq("_id", id), isOpen()), combine(set(STATE, how.name()), set("endedAt", Date.from(now))));
    }

    void count(String id, Outcome outcome) {
        if (outcome != Outcome.SAME) {
            collection.updateOne(eq("_id", id), inc(outcome.name().toLowerCase(Locale.ROOT), 1L));
        }
    }

    private static Bson isOpen() {
        return in(STATE, State.RUNNING.name(), State.FINISHING.name());
    }
}
