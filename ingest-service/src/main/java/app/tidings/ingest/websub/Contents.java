package app.tidings.ingest.websub;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.setOnInsert;

import app.tidings.contracts.Ids;
import app.tidings.platform.fetch.Body;
import app.tidings.platform.jobs.Jobs;
import app.tidings.platform.mongo.StoreClock;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Collection {@code hubContents}: what hubs sent and is not taken in yet, {@code _id} being the subscription's id and a hash.
 * Each has its job in {@code hubContentJobs}.
 */
@Repository
class Contents {

    private static final String SUBSCRIPTION = "subscription";

    private final MongoCollection<Document> collection;
    private final Jobs jobs;

    /** What a hub sent: the very bytes, and the charset that was named. */
    record Content(
            String subscriptionId, Body body, @Nullable String charset) {}

    Contents(MongoDatabase database, StoreClock storeClock) {
        this.collection = database.getCollection("hubContents");
        this.jobs = new Jobs(database, "hubContentJobs", storeClock);
    }

    /** What is to be taken in. */
    Jobs jobs() {
        return jobs;
    }

    /** Keeps it until it is taken in; what waits already waits once. */
    void keep(String subscriptionId, Body body, @Nullable String charset) {
        var bytes = body.bytes();
        var id = subscriptionId + ":" + Ids.contentHash(bytes);
        collection.updateOne(
                eq("_id", id),
                combine(
                        setOnInsert("v", 1),
                        setOnInsert(SUBSCRIPTION, subscriptionId),
                        setOnInsert("charset", charset),
                        setOnInsert("body", new Binary(bytes))),
                new UpdateOptions().upsert(true));
        jobs.open(id);
    }

    /** How much of a subscription waits. */
    long waiting(String subscriptionId) {
        return collection.countDocuments(eq(SUBSCRIPTION, subscriptionId));
    }

    Optional<Content> find(String id) {
        return Optional.ofNullable(collection.find(eq("_id", id)).first())
                .map(document -> new Content(
                        document.getString(SUBSCRIPTION),
                        Body.of(document.get("body", Binary.class).getData()),
                        document.getString("charset")));
    }

    void remove(String id) {
        collection.deleteOne(eq("_id", id));
    }
}
