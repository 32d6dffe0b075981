package app.tidings.notify.subscriber;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import app.tidings.notify.subscriber.Subscription.State;
import app.tidings.platform.mongo.Documents;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

/**
 * Collections {@code subscribers}, whose {@code _id} is random, and {@code addresses}, whose {@code _id} is the keyed hash
 * of an address: so there is one subscriber for each address.
 */
@Repository
public class Subscribers {

    private static final String ID = "_id";
    private static final FindOneAndUpdateOptions UPSERT =
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<Document> collection;
    private final MongoCollection<Document> addresses;
    private final AddressKeys keys;

    Subscribers(MongoDatabase database, AddressKeys keys) {
        this.collection = database.getCollection("subscribers");
        this.addresses = database.getCollection("addresses");
        this.keys = keys;
    }

    /** The subscriber with that address, who is made where there is none yet. */
    public Subscriber keepFirst(EmailAddress address, Instant now) {
        var entry = addresses.findOneAndUpdate(
                eq(ID, keys.of(address)),
                combine(setOnInsert("subscriber", UUID.randomUUID().toString()), setOnInsert("v", 1)),
                UPSERT);
        if (entry == null) {
            throw new IllegalStateException("the store did not return the entry of an address");
        }
        var insert = new ArrayList<Bson>();
        insert.add(setOnInsert("v", 1));
        fields(Subscriber.newcomer(entry.getString("subscriber"), address, now))
                .forEach((name, value) -> insert.add(setOnInsert(name, value)));
        collection.updateOne(eq(ID, entry.getString("subscriber")), combine(insert), new UpdateOptions().upsert(true));
        return find(entry.getString("subscriber")).orElseThrow();
    }

    public Optional<Subscriber> find(String id) {
        return Optional.ofNullable(collection.find(eq(ID, id)).first()).map(Subscribers::toSubscriber);
    }

    /** Those of them who exist, by id. */
    public Map<String, Subscriber> findAll(Collection<String> ids) {
        var found = new HashMap<String, Subscriber>();
        collection.find(in(ID, ids)).map(Subscribers::toSubscriber).forEach(each -> found.put(each.id(), each));
        return found;
    }

    /** Writes the subscriber if nobody wrote it since it was read; says whether it did. */
    public boolean replaceIfVersion(Subscriber read, Subscriber changed) {
        var update = new ArrayList<Bson>();
        fields(changed).forEach((name, value) -> update.add(set(name, value)));
        update.add(set("version", read.version() + 1));
        return collection
                        .updateOne(and(eq(ID, read.id()), eq("version", read.version())), combine(update))
                        .getModifiedCount()
                == 1;
    }

    /** How many have a confirmed subscription; reads the whole collection, so for people now and then. */
    public long countConfirmed(String publicationId, boolean paused) {
        var subscription = "subscriptions." + publicationId;
        return collection.countDocuments(
                and(eq(subscription + ".state", State.CONFIRMED.name()), eq(subscription + ".paused", paused)));
    }

    private static Document fields(Subscriber subscriber) {
        var document = Documents.toDocument(subscriber);
        document.remove(ID);
        return document;
    }

    private static Subscriber toSubscriber(Document document) {
        return Documents.toRecord(document, Subscriber.class);
    }
}
