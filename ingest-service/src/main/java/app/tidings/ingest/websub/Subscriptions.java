package app.tidings.ingest.websub;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;

import app.tidings.platform.jobs.Jobs;
import app.tidings.platform.mongo.Documents;
import app.tidings.platform.mongo.StoreClock;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

/**
 * Collection {@code subscriptions}: one document per source, hub and topic, {@code _id} being made of these. What is to be
 * done about one, and when, is its job in {@code websubJobs}. Each method writes fields of its own, so that a hub that asks
 * back and a replica that asks never overwrite each other.
 */
@Repository
class Subscriptions {

    private static final int MOST_NEWS = 16;

    private final MongoCollection<Document> collection;
    private final Jobs jobs;

    Subscriptions(MongoDatabase database, StoreClock storeClock) {
        this.collection = database.getCollection("subscriptions");
        this.jobs = new Jobs(database, "websubJobs", storeClock);
    }

    /** What is to be done about subscriptions. */
    Jobs jobs() {
        return jobs;
    }

    /** Makes the index that a large store needs; harmless where it is there. */
    void index() {
        collection.createIndex(Indexes.ascending("sourceId"));
    }

    /** Stores it unless it is there already, and has it looked at. */
    void keepFirst(Subscription subscription) {
        var document = Documents.toDocument(subscription);
        document.remove("_id");
        var insertion = document.entrySet().stream()
                .map(field -> setOnInsert(field.getKey(), field.getValue()))
                .toList();
        collection.updateOne(
                eq("_id", subscription.id()),
                combine(setOnInsert("v", 1), combine(insertion)),
                new UpdateOptions().upsert(true));
        jobs.open(subscription.id());
    }

    Optional<Subscription> find(String id) {
        return Optional.ofNullable(collection.find(eq("_id", id)).first()).map(Subscriptions::toSubscription);
    }

    /** Those that are there. */
    List<Subscription> findAll(Collection<String> ids) {
        return collection
                .find(in("_id", ids))
                .map(Subscriptions::toSubscription)
                .into(new ArrayList<>());
    }

    /** All of a source, those that end among them. */
    List<Subscription> ofSource(String sourceId) {
        return collection
                .find(eq("sourceId", sourceId))
                .map(Subscriptions::toSubscription)
                .into(new ArrayList<>());
    }

    /** It is wanted no more, or again, and is looked at. */
    void want(String id, boolean wanted) {
        write(id, combine(set("ending", !wanted), set("attempts", 0)));
        jobs.open(id);
    }

    /** The hub is about to be asked. Keeps the last so many attempts. */
    void asking(String id, Instant now, int most) {
        var newest = new PushOptions().slice(-most);
        write(id, combine(inc("attempts", 1), pushEach("asked", List.of(Date.from(now)), newest)));
    }

    void failed(String id, Subscription.Failure failure) {
        write(id, set("failure", Documents.toDocument(failure)));
    }

    /** The hub asked us back about a subscription; it is looked at, so that it is renewed in time. */
    void verified(Subscription subscription, Instant now, Instant until) {
        var since = subscription.isLive(now) && subscription.since() != null ? subscription.since() : now;
        write(
                subscription.id(),
                combine(
                        set("since", Date.from(since)),
                        set("verifiedAt", Date.from(now)),
                        set("until", Date.from(until)),
                        set("attempts", 0),
                        unset("failure"),
                        unset("denied")));
        jobs.open(subscription.id());
    }

    /** The hub has ended it, as we asked. */
    void ended(String id) {
        write(id, combine(unset("until"), set("attempts", 0)));
        jobs.open(id);
    }

    /** The hub wants no subscription of ours. */
    void denied(String id, Subscription.Denial denial) {
        write(id, combine(set("denied", Documents.toDocument(denial)), set("attempts", 0), unset("until")));
        jobs.open(id);
    }

    void contentCame(String id, Instant now) {
        write(id, set("contentAt", Date.from(now)));
    }

    /** The hub brought something new. */
    void newsCame(String id, Instant now) {
        write(id, pushEach("news", List.of(Date.from(now)), new PushOptions().slice(-MOST_NEWS)));
    }

    void ignored(String id) {
        write(id, inc("ignored", 1));
    }

    /** A poll found something of which the hub had told nothing. */
    void missed(String id, Instant now) {
        write(id, set("missedAt", Date.from(now)));
    }

    private void write(String id, Bson update) {
        collection.updateOne(eq("_id", id), update);
    }

    /** Forgets it, unless it is wanted again. */
    void removeIfEnding(String id) {
        collection.deleteOne(and(eq("_id", id), eq("ending", true)));
    }

    private static Subscription toSubscription(Document document) {
        return Documents.toRecord(document, Subscription.class);
    }
}
