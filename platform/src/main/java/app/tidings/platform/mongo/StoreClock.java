package app.tidings.platform.mongo;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.function.LongSupplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The store's own clock: leases of several replicas are compared by it, never by a replica's clock. An answer of the store is
 * good for a second, in which the time is reckoned from it and from how much has passed. It is never ahead of the store; a
 * process that is halted between the two is no worse off than one that is halted after it asked.
 */
public final class StoreClock implements InstantSource {

    // the legacy name of "hello": every server answers it
    private static final Document GREETING = new Document("isMaster", 1);

    private static final Duration GOOD_FOR = Duration.ofSeconds(1);

    private final InstantSource store;
    private final LongSupplier nanoTime;
    private volatile @Nullable Answer last;

    /**
     * What the store said.
     *
     * @param askedAt when it was asked, and {@code since} when the time was so late at most; both of the nano time
     */
    private record Answer(Instant time, long since, long askedAt) {

        Instant at(long nanos) {
            return time.plusNanos(nanos - since);
        }
    }

    public StoreClock(MongoDatabase database) {
        this(() -> database.runCommand(GREETING).get("localTime", Date.class).toInstant(), System::nanoTime);
    }

    StoreClock(InstantSource store, LongSupplier nanoTime) {
        this.store = store;
        this.nanoTime = nanoTime;
    }

    @Override
    public Instant instant() {
        var known = last;
        var now = nanoTime.getAsLong();
        return known != null && now - known.askedAt() < GOOD_FOR.toNanos() ? known.at(now) : ask();
    }

    /** Asks the store in any case; fails where it does not answer. */
    Instant ask() {
        var asked = nanoTime.getAsLong();
        var time = store.instant();
        var answered = nanoTime.getAsLong();
        var fresh = new Answer(time, answered, asked);
        var known = last;
        if (known != null && isPossible(known.at(answered), fresh)) { // a slow answer must not turn the time back
            fresh = new Answer(known.time(), known.since(), asked);
        }
        last = fresh;
        return fresh.at(answered);
    }

    /** Whether it may be that late now: the store told its time at some moment between question and answer. */
    private static boolean isPossible(Instant time, Answer fresh) {
        return !time.isBefore(fresh.time()) && !time.isAfter(fresh.time().plusNanos(fresh.since() - fresh.askedAt()));
    }
}
