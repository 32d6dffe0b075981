package app.tidings.render.artefact;

import static app.tidings.platform.mongo.Documents.toDocument;
import static app.tidings.platform.mongo.Documents.toRecord;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;

import app.tidings.contracts.EditionEvent.EditionRendered;
import app.tidings.platform.outbox.Outbox;
import app.tidings.render.artefact.StandingEdition.Failure;
import app.tidings.render.artefact.StandingEdition.Heading;
import app.tidings.render.artefact.StandingEdition.Proof;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/**
 * Collection {@code editions}: {@code _id} is the edition id. The version of an edition is the version of the issue that
 * was printed, so printing the same again is the same event again.
 */
@Repository
public class Editions {

    private static final Duration LONGEST_UNTAKEN = Duration.ofHours(1);
    private static final Duration LONGEST_UNPRINTED = Duration.ofMinutes(10);

    private final MongoDatabase database;
    private final MongoCollection<Document> collection;
    private final Outbox outbox;

    /** Where the list goes on: behind this number and id. */
    record Place(int number, String id) {}

    Editions(MongoDatabase database, Outbox outbox) {
        this.database = database;
        this.collection = database.getCollection("editions");
        this.outbox = outbox;
    }

    /** Editions that notify has not taken yet, and when they are to be told of again. */
    Reminders untaken() {
        return new Reminders(database, "untaken", LONGEST_UNTAKEN);
    }

    /** Editions whose last print failed, and when they are to be printed again. */
    public Reminders unprinted() {
        return new Reminders(database, "unprinted", LONGEST_UNPRINTED);
    }

    /** Says that the edition is to be printed at a version of its issue, unless a later one is wanted already. */
    public void expect(String id, Heading heading, long issueVersion) {
        collection.updateOne(
                eq("_id", id),
                combine(
                        setOnInsert("v", 1),
                        setOnInsert("version", 0L),
                        setOnInsert("taken", 0L),
                        setOnInsert("wanted", 0L)),
                new UpdateOptions().upsert(true));
        collection.updateOne(
                and(eq("_id", id), lt("wanted", issueVersion)),
                combine(
                        set("wanted", issueVersion),
                        set("heading", toDocument(heading)),
                        set("waitsFor", List.of()),
                        unset("failure")));
    }

    /** Says which images the version waits for, unless another one is wanted by now. */
    public void waitFor(String id, long issueVersion, List<String> images) {
        collection.updateOne(and(eq("_id", id), eq("wanted", issueVersion)), set("waitsFor", images));
    }

    /** Notes why the version could not be printed, unless another one is wanted by now. */
    public void noteFailure(String id, long issueVersion, Failure failure) {
        collection.updateOne(and(eq("_id", id), eq("wanted", issueVersion)), set("failure", toDocument(failure)));
    }

    /** Takes that note back. */
    public void forgetFailure(String id, long issueVersion) {
        collection.updateOne(and(eq("_id", id), eq("wanted", issueVersion)), unset("failure"));
    }

    /** Writes what was printed and says so to others, at once, unless as late a version was printed before. */
    public void keepFirstOfVersion(String id, Proof proof, EditionRendered event) {
        outbox.write(
                collection,
                id,
                List.of(event),
                unsent -> collection.updateOne(
                        and(eq("_id", id), lt("version", event.version())),
                        combine(
                                set("version", event.version()),
                                set("waitsFor", List.of()),
                                set("proof", toDocument(proof)),
                                unsent.set())));
    }

    /** Says again, with the same id, that this version was printed, unless a later one was. */
    public void sayAgain(EditionRendered event) {
        outbox.write(
                collection,
                event.editionId(),
                List.of(event),
                unsent -> collection.updateOne(
                        and(eq("_id", event.editionId()), eq("version", event.version())), unsent.set()));
    }

    /** Notes that notify has taken a version. */
    void noteTaken(String id, long version) {
        collection.updateOne(eq("_id", id), max("taken", version));
    }

    public Optional<StandingEdition> find(String id) {
        return Optional.ofNullable(collection.find(eq("_id", id)).first()).map(Editions::edition);
    }

    /** A publication's editions behind a place, newest first. */
    List<StandingEdition> newestFirst(String publication, Place behind, int limit) {
        var further = or(
                lt("heading.number", behind.number()),
                and(eq("heading.number", behind.number()), gt("_id", behind.id())));
        return collection
                .find(and(eq("heading.publication", publication), further))
                .sort(Sorts.orderBy(Sorts.descending("heading.number"), Sorts.ascending("_id")))
                .limit(limit)
                .map(Editions::edition)
                .into(new ArrayList<>());
    }

    private static StandingEdition edition(Document document) {
        var proof = document.get("proof", Document.class);
        var failure = document.get("failure", Document.class);
        return new StandingEdition(
                document.getString("_id"),
                toRecord(document.get("heading", Document.class), Heading.class),
                document.getLong("wanted"),
                document.getList("waitsFor", String.class),
                document.getLong("version"),
                proof == null ? null : toRecord(proof, Proof.class),
                failure == null ? null : toRecord(failure, Failure.class),
                document.getLong("taken"));
    }
}
