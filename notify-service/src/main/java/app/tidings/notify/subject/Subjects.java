package app.tidings.notify.subject;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import app.tidings.contracts.DeliveryEvent;
import app.tidings.notify.ledger.Tally;
import app.tidings.platform.mongo.Documents;
import app.tidings.platform.outbox.Outbox;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Collection {@code subjects}: one document per edition that was taken, with what is told of it in its outbox. */
@Repository
public class Subjects {

    private static final String ID = "_id";
    private static final String VERSION = "version";
    private static final String TAKEN_AT = "takenAt";

    private final MongoCollection<Document> collection;
    private final Outbox outbox;

    /** The place of a subject in their list. */
    record Place(Instant takenAt, String id) {

        private Bson filter() {
            var at = Date.from(takenAt);
            return or(lt(TAKEN_AT, at), and(eq(TAKEN_AT, at), gt(ID, id)));
        }
    }

    Subjects(MongoDatabase database, Outbox outbox) {
        this.collection = database.getCollection("subjects");
        this.outbox = outbox;
    }

    public Optional<Subject> find(String id) {
        return Optional.ofNullable(collection.find(eq(ID, id)).first()).map(Subjects::toSubject);
    }

    /** Those that are not over; reads the whole collection, which holds one small document for each edition. */
    List<Subject> unfinished() {
        return collection
                .find(ne("phase", Subject.Phase.DONE.name()))
                .map(Subjects::toSubject)
                .into(new ArrayList<>());
    }

    /** Newest first, those of one instant by id; what comes after the place, from the beginning where there is none. */
    List<Subject> page(@Nullable Place after, int limit) {
        return collection
                .find(after == null ? new Document() : after.filter())
                .sort(Sorts.orderBy(Sorts.descending(TAKEN_AT), Sorts.ascending(ID)))
                .limit(limit)
                .map(Subjects::toSubject)
                .into(new ArrayList<>());
    }

    /** Stores the subject unless it is there already; returns the one that stands. */
    public Subject keepFirst(Subject subject) {
        return upserted(subject, combine(inserts(subject)));
    }

    /** Stores the subject and tells its events, unless it is there already; returns the one that stands. */
    public Subject keepFirstAndTell(Subject subject) {
        return outbox.write(
                collection,
                subject.id(),
                subject.events(),
                unsent -> upserted(subject, combine(combine(inserts(subject)), unsent.setOnInsert())));
    }

    private static List<Bson> inserts(Subject subject) {
        var inserts = new ArrayList<Bson>();
        inserts.add(setOnInsert("v", 1));
        fields(subject).forEach((name, value) -> inserts.add(setOnInsert(name, value)));
        return inserts;
    }

    private Subject upserted(Subject subject, Bson insert) {
        var stored = collection.findOneAndUpdate(
                eq(ID, subject.id()),
                insert,
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        if (stored == null) {
            throw new IllegalStateException("the store did not return subject " + subject.id());
        }
        return toSubject(stored);
    }

    /** Writes the subject if nobody wrote it since it was read; says whether it did. */
    public boolean replaceIfVersion(Subject read, Subject changed) {
        return matched(read, combine(sets(changed)));
    }

    /** Writes the subject and tells the event at once, if nobody wrote it since it was read; says whether it did. */
    public boolean replaceIfVersion(Subject read, Subject changed, DeliveryEvent event) {
        return outbox.write(
                collection,
                read.id(),
                List.of(event),
                unsent -> matched(read, combine(combine(sets(changed)), unsent.set())));
    }

    private static List<Bson> sets(Subject subject) {
        var sets = new ArrayList<Bson>();
        fields(subject).forEach((name, value) -> sets.add(set(name, value)));
        return sets;
    }

    /** Moves the cursor of the frozen audience over one more page, whose rows exist; says whether it was not moved yet. */
    public boolean frozenUpTo(Subject read, int page, long count) {
        return collection
                        .updateOne(
                                and(eq(ID, read.id()), eq("frozen", read.frozen())),
                                combine(set("frozen", page), set("count", count)))
                        .getModifiedCount()
                == 1;
    }

    /** Moves the mark below which no row is open; says whether nobody had moved it or changed the subject. */
    boolean settledUpTo(Subject read, int page, Tally tally) {
        return collection
                        .updateOne(
                                and(eq(ID, read.id()), eq(VERSION, read.version()), eq("settled", read.settled())),
                                combine(set("settled", page), set("tally", Documents.toDocument(tally))))
                        .getModifiedCount()
                == 1;
    }

    /** Tells again what was told of it: somebody did not hear it. */
    public void tellAgain(Subject subject) {
        outbox.write(collection, subject.id(), subject.events(), unsent -> matched(subject, unsent.set()));
    }

    private boolean matched(Subject read, Bson update) {
        return collection
                        .updateOne(and(eq(ID, read.id()), eq(VERSION, read.version())), update)
                        .getMatchedCount()
                == 1;
    }

    private static Document fields(Subject subject) {
        var document = Documents.toDocument(subject);
        document.remove(ID);
        return document;
    }

    private static Subject toSubject(Document document) {
        return Documents.toRecord(document, Subject.class);
    }
}
