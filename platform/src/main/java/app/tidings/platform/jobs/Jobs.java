package app.tidings.platform.jobs;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import app.tidings.platform.mongo.StoreClock;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The open work of one stage: a collection that holds nothing else, {@code _id} being what the work is about. A job is
 * claimed for a lease by one write; whoever holds the newest claim may finish it or put it off.
 */
public final class Jobs {

    private static final String DUE = "due";
    private static final String CLAIM = "claim";
    private static final String TRIES = "tries";

    /** Claims of which nothing came yet; the one in hand counts. */
    private static final String CLAIMS = "claims";

    /** So many are looked up at a time: without an index by time, each look walks through all jobs. */
    private static final int LOOKED_UP = 50;

    private final MongoCollection<Document> collection;
    private final StoreClock clock;
    private final Queue<String> ahead = new ConcurrentLinkedQueue<>();
    private volatile boolean toLookUp = true;

    /**
     * A job in hand.
     *
     * @param claim number of this claim; an older one has lost the job
     * @param tries how often it was tried, and put off, since it was opened
     * @param lost how often it was claimed before, in a row, and nothing came of it: its worker was killed, or its lease ran out
     */
    public record Job(String id, long claim, int tries, int lost) {}

    public Jobs(MongoDatabase database, String collection, StoreClock clock) {
        this.collection = database.getCollection(collection);
        this.clock = clock;
    }

    /** Opens the job, due at once; a job that is open already, or in hand, is due again at once. */
    public void open(String id) {
        collection.updateOne(
                eq("_id", id),
                combine(
                        set(DUE, Date.from(clock.instant())),
                        set(TRIES, 0),
                        set(CLAIMS, 0),
                        setOnInsert("v", 1),
                        inc(CLAIM, 1L)),
                new UpdateOptions().upsert(true));
    }

    /** Opens the job, due at once, unless it is open or in hand. */
    public void openFirst(String id) {
        collection.updateOne(
                eq("_id", id),
                combine(
                        setOnInsert(DUE, Date.from(clock.instant())),
                        setOnInsert(TRIES, 0),
                        setOnInsert("v", 1),
                        setOnInsert(CLAIM, 1L)),
                new UpdateOptions().upsert(true));
    }

    /** Says that a job was opened: the next look-up may find more than the last one did. */
    void told() {
        toLookUp = true;
    }

    /** Whether a job may be due: one was looked up, or opened since, or there were more than are looked up at a time. */
    boolean mayBeDue() {
        return toLookUp || !ahead.isEmpty();
    }

    /** Takes the job that has been due longest; nobody else gets it before the lease is over. */
    public Optional<Job> claimNext(Duration lease) {
        for (var next = next(); next != null; next = next()) {
            var claimed = claim(next, lease);
            if (claimed.isPresent()) {
                return claimed;
            }
        }
        return Optional.empty();
    }

    /** One that waited when jobs were last looked up; somebody else may have it by now. */
    private @Nullable String next() {
        var next = ahead.poll();
        if (next != null) {
            return next;
        }
        synchronized (ahead) {
            if (ahead.isEmpty()) {
                lookUp();
            }
            return ahead.poll();
        }
    }

    private void lookUp() {
        toLookUp = false; // before reading: what is opened meanwhile may be missed
        var due = collection
                .find(lte(DUE, Date.from(clock.instant())))
                .sort(Sorts.ascending(DUE))
                .limit(LOOKED_UP)
                .projection(Projections.include("_id"))
                .map(each -> each.getString("_id"))
                .into(new ArrayList<>());
        ahead.addAll(due);
        if (due.size() == LOOKED_UP) {
            toLookUp = true;
        }
    }

    private Optional<Job> claim(String id, Duration lease) {
        var now = clock.instant();
        var claimed = collection.findOneAndUpdate(
                and(eq("_id", id), lte(DUE, Date.from(now))),
                combine(set(DUE, Date.from(now.plus(lease))), inc(CLAIM, 1L), inc(CLAIMS, 1)),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        return Optional.ofNullable(claimed)
                .map(document -> new Job(
                        document.getString("_id"),
                        document.getLong(CLAIM),
                        document.getInteger(TRIES, 0),
                        document.getInteger(CLAIMS, 1) - 1));
    }

    /** Closes the job; says whether it was still ours. When not, it was opened again or another has it. */
    public boolean done(Job job) {
        return collection.deleteOne(ours(job)).getDeletedCount() == 1;
    }

    /** Puts the job off as one more try; says whether it was still ours. */
    public boolean retryAfter(Job job, Duration wait) {
        return putOff(job, Again.after(wait));
    }

    /** Puts the job off; says whether it was still ours. */
    boolean putOff(Job job, Again again) {
        var due = set(DUE, Date.from(clock.instant().plus(again.pause())));
        return collection
                        .updateOne(ours(job), combine(due, set(CLAIMS, 0), inc(TRIES, again.tried() ? 1 : 0)))
                        .getMatchedCount()
                == 1;
    }

    /** How many are open. */
    public long count() {
        return collection.estimatedDocumentCount();
    }

    private static Bson ours(Job job) {
        return and(eq("_id", job.id()), eq(CLAIM, job.claim()));
    }
}
