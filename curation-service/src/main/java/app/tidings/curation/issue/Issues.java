package app.tidings.curation.issue;

import static app.tidings.platform.mongo.Documents.toDocument;
import static app.tidings.platform.mongo.Documents.toRecord;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.addEachToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import app.tidings.contracts.IssueEvent.IssueApproved;
import app.tidings.platform.jobs.Jobs;
import app.tidings.platform.mongo.StoreClock;
import app.tidings.platform.outbox.Outbox;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.cursor.TimeoutMode;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Repository;

/**
 * Collection {@code issues}: one document per issue. Beside it stands {@code owed}: the items whose own state has yet to follow
 * what the issue says.
 */
@Repository
public class Issues {

    private static final String ISSUE = "issue";
    private static final String VERSION = "version";
    private static final String OWED = "owed";
    private static final int TRIES = 50;

    private final Jobs jobs;
    private final MongoCollection<Document> collection;
    private final Outbox outbox;
    private final ApplicationEventPublisher written;

    /** Said in this process after each write of an issue. */
    public record Written(String issueId) {}

    Issues(MongoDatabase database, Outbox outbox, StoreClock clock, ApplicationEventPublisher written) {
        this.jobs = new Jobs(database, "issueJobs", clock);
        this.collection = database.getCollection("issues");
        this.outbox = outbox;
        this.written = written;
    }

    /** The issues that are open, in a small collection beside this one. */
    public Jobs issueJobs() {
        return jobs;
    }

    public Optional<Issue> find(String id) {
        return Optional.ofNullable(collection.find(eq("_id", id)).first()).map(Issues::toIssue);
    }

    /** Goes through all issues, telling the id and the version of each. */
    public void eachVersion(ObjLongConsumer<String> taker) {
        collection
                .find()
                .projection(Projections.include(VERSION))
                .timeoutMode(TimeoutMode.ITERATION)
                .forEach(each -> taker.accept(each.getString("_id"), each.getLong(VERSION)));
    }

    /** Stores the issue unless it is there already; returns the one that stands. */
    Issue keepFirst(Issue issue) {
        var standing = collection.findOneAndUpdate(
                eq("_id", issue.id()),
                combine(setOnInsert(ISSUE, body(issue)), setOnInsert(VERSION, issue.version()), setOnInsert("v", 1)),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        return toIssue(Objects.requireNonNull(standing, "an upsert leaves a document"));
    }

    /** Stores an issue of the past and its event at once, unless the issue is there already; its items have to follow. */
    public void keepPast(Issue issue) {
        outbox.write(
                collection,
                issue.id(),
                List.of(issue.approved().orElseThrow()),
                unsent -> collection.updateOne(
                        eq("_id", issue.id()),
                        combine(
                                setOnInsert(ISSUE, body(issue)),
                                setOnInsert(VERSION, issue.version()),
                                setOnInsert("v", 1),
                                setOnInsert(OWED, issue.itemIds().distinct().toList()),
                                unsent.setOnInsert()),
                        new UpdateOptions().upsert(true)));
        written.publishEvent(new Written(issue.id()));
        jobs.open(issue.id());
    }

    /**
     * Writes the issue if nobody wrote it since it was read; says whether it did. Where something has to follow, the issue is
     * opened first, so that a kill leaves it to be looked after.
     *
     * @param owed items that have to follow this change
     */
    public boolean replaceIfVersion(Issue issue, List<String> owed) {
        if (!owed.isEmpty() || issue.state() == IssueState.NUMBERING) {
            jobs.open(issue.id());
        }
        return replaceIfVersion(issue, combine(update(issue), addEachToSet(OWED, owed)));
    }

    /** Writes the issue and its event at once if nobody wrote it since it was read; says whether it did. */
    public boolean replaceIfVersion(Issue issue, IssueApproved event) {
        return outbox.write(
                collection,
                issue.id(),
                List.of(event),
                unsent -> replaceIfVersion(issue, combine(update(issue), unsent.set())));
    }

    private boolean replaceIfVersion(Issue issue, Bson update) {
        var filter = and(eq("_id", issue.id()), eq(VERSION, issue.version()));
        var replaced = collection.updateOne(filter, update).getModifiedCount() == 1;
        if (replaced) {
            written.publishEvent(new Written(issue.id()));
        }
        return replaced;
    }

    /** Removes the issue if nobody wrote it since it was read; says whether it did. */
    boolean removeIfVersion(Issue issue) {
        return collection
                        .deleteOne(and(eq("_id", issue.id()), eq(VERSION, issue.version())))
                        .getDeletedCount()
                == 1;
    }

    private static Bson update(Issue issue) {
        return combine(set(ISSUE, body(issue)), inc(VERSION, 1L));
    }

    /**
     * Changes the issue from however it stands; when it went out by that, each of its items has to follow.
     *
     * @return the issue as it was written, or as it stands where nothing is to be changed; empty when there is none
     */
    public Optional<Issue> change(String id, UnaryOperator<Issue> rule) {
        for (var i = 0; i < TRIES; i++) {
            var standing = find(id);
            var changed = standing.map(rule);
            if (changed.equals(standing)) {
                return standing;
            }
            var goesOut =
                    changed.get().state().wentOut() && !standing.get().state().wentOut();
            if (replaceIfVersion(
                    changed.get(), goesOut ? changed.get().itemIds().toList() : List.of())) {
                return changed;
            }
        }
        throw new IllegalStateException("issue %s is written all the time".formatted(id));
    }

    /** The items whose state has yet to follow. */
    public List<String> owed(String id) {
        return Optional.ofNullable(collection
                        .find(eq("_id", id))
                        .projection(Projections.include(OWED))
                        .first())
                .map(document -> document.getList(OWED, String.class, List.of()))
                .orElse(List.of());
    }

    void settled(String id, String itemId) {
        collection.updateOne(eq("_id", id), pull(OWED, itemId));
    }

    /** Sends the approval again: same version, same id; the issue stays as it is. */
    public void sendAgain(IssueApproved event) {
        outbox.write(
                collection,
                event.key(),
                List.of(event),
                unsent -> collection.updateOne(eq("_id", event.key()), unsent.set()));
    }

    /** The issues that have been approved at some time: a scan of them all. */
    public List<String> idsOfTold() {
        return collection
                .find(exists(ISSUE + ".frozen.version"))
                .projection(Projections.include("_id"))
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
    }

    /** A page of issues, newest first, without what was frozen. */
    List<Issue> page(IssueQuery query) {
        return collection
                .find(filter(query))
                .projection(Projections.exclude(ISSUE + ".frozen.parts", "outbox"))
                .sort(Sorts.descending("_id"))
                .limit(query.limit())
                .map(Issues::toIssue)
                .into(new ArrayList<>());
    }

    private static Bson filter(IssueQuery query) {
        var filters = new ArrayList<Bson>();
        if (query.publication() != null) {
            filters.add(gte("_id", query.publication() + ":"));
            filters.add(lt("_id", query.publication() + ";")); // the character behind the colon
        }
        if (query.state() != null) {
            filters.add(eq(ISSUE + ".state", query.state().name()));
        }
        if (query.before() != null) {
            filters.add(lt("_id", query.before()));
        }
        return filters.isEmpty() ? empty() : and(filters);
    }

    private static Document body(Issue issue) {
        var document = toDocument(issue);
        document.remove("id");
        document.remove(VERSION);
        return document;
    }

    private static Issue toIssue(Document document) {
        var body = new Document(document.get(ISSUE, Document.class))
                .append("id", document.getString("_id"))
                .append(VERSION, document.getLong(VERSION));
        return toRecord(body, Issue.class);
    }
}
