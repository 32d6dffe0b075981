package app.tidings.ingest.source;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import app.tidings.ingest.connector.ConnectorSettings;
import app.tidings.ingest.outcome.PollState;
import app.tidings.platform.mongo.Documents;
import app.tidings.platform.outbox.Outbox;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Collection {@code sources}: one document per source. What people set lies in {@code source} under {@code version}; what
 * polls found out lies in {@code poll} and beside it, and is written by {@code PollResults} alone once the source is there.
 */
@Repository
public class Sources {

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private static final int SHAPE = 2;
    private static final int READ_AT_A_TIME = 500;
    private static final Bson WITHOUT_PAST = exclude("past", "outbox");

    private final MongoCollection<Document> collection;

    /** What is still to be told of sources that were removed. */
    private final MongoCollection<Document> removed;

    private final Outbox outbox;

    public Sources(MongoDatabase database, Outbox outbox) {
        this.collection = database.getCollection("sources");
        this.removed = database.getCollection("removedSources");
        this.outbox = outbox;
    }

    /** Makes the indexes that a large store needs; harmless where they are there. */
    public void index() {
        collection.createIndex(Indexes.ascending("bucket"));
        collection.createIndex(Indexes.ascending("source.publicationId", "_id"));
        collection.createIndex(Indexes.ascending("source.publicationId", "place"));
    }

    /**
     * Stores each source unless it is there already; returns those that were not.
     *
     * @param position the place of the first in the list that brings them; the others follow it
     */
    List<Source> keepFirst(List<Source> sources, int position) {
        var upserts = IntStream.range(0, sources.size())
                .mapToObj(i -> new UpdateOneModel<Document>(
                        eq("_id", sources.get(i).id()), insertion(sources.get(i), position + i), UPSERT))
                .toList();
        return collection.bulkWrite(upserts, UNORDERED).getUpserts().stream()
                .map(upsert -> sources.get(upsert.getIndex()))
                .toList();
    }

    private static Bson insertion(Source source, int position) {
        return combine(
                setOnInsert("v", SHAPE),
                setOnInsert("version", source.version()),
                setOnInsert("bucket", source.bucket()),
                setOnInsert("position", position),
                setOnInsert("place", Source.placeOf(source.settings().connector())),
                setOnInsert("source", Documents.toDocument(StoredSource.of(source))),
                setOnInsert("poll", Documents.toDocument(source.poll())));
    }

    /** The source of that id. */
    public Optional<Source> find(String id) {
        return Optional.ofNullable(
                        collection.find(eq("_id", id)).projection(WITHOUT_PAST).first())
                .map(Sources::toSource);
    }

    /** Those of these ids that are there, in no order. */
    public List<Source> find(Collection<String> ids) {
        return collection
                .find(in("_id", ids))
                .projection(WITHOUT_PAST)
                .map(Sources::toSource)
                .into(new ArrayList<>());
    }

    /** Another source of the same publication that is read at that place, though it may be paused; of several, any. */
    public Optional<Source> otherAt(Source source, ConnectorSettings place) {
        var there = and(
                eq("source.publicationId", source.publicationId()),
                eq("place", Source.placeOf(place)),
                ne("_id", source.id()),
                ne("source.settings.standing.type", "archived"));
        return Optional.ofNullable(
                        collection.find(there).projection(WITHOUT_PAST).first())
                .map(Sources::toSource);
    }

    /** A page in the order of ids, behind {@code after}. */
    public List<Source> page(@Nullable String publicationId, @Nullable String after, int limit) {
        return collection
                .find(and(ofPublication(publicationId), after == null ? new Document() : gt("_id", after)))
                .projection(WITHOUT_PAST)
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .map(Sources::toSource)
                .into(new ArrayList<>());
    }

    /** A page of what is found, in the order of ids, behind {@code after}; reads on until the page is full. */
    List<Source> page(Search search, @Nullable String after, int limit, Instant now) {
        var found = new ArrayList<Source>();
        try (var all = collection
                .find(and(ofPublication(search.publicationId()), after == null ? new Document() : gt("_id", after)))
                .projection(WITHOUT_PAST)
                .sort(Sorts.ascending("_id"))
                .batchSize(READ_AT_A_TIME)
                .iterator()) {
            while (found.size() < limit && all.hasNext()) {
                var source = toSource(all.next());
                if (search.finds(source, now)) {
                    found.add(source);
                }
            }
        }
        return found;
    }

    /** Hands on every source of a publication without holding them all. */
    public void each(String publicationId, Consumer<Source> reader) {
        collection
                .find(ofPublication(publicationId))
                .projection(WITHOUT_PAST)
                .batchSize(READ_AT_A_TIME)
                .map(Sources::toSource)
                .forEach(reader);
    }

    private static Bson ofPublication(@Nullable String publicationId) {
        return publicationId == null ? new Document() : eq("source.publicationId", publicationId);
    }

    /** Writes what people set if nobody changed it since it was read; says whether it did. The latest wish for a poll stands. */
    public boolean replaceIfVersion(Source changed, long read) {
        var settings = set("source", Documents.toDocument(StoredSource.of(changed)));
        var place = set("place", Source.placeOf(changed.settings().connector()));
        var update = combine(
                settings, place, set("v", SHAPE), set("version", changed.version()), askedAt(changed.askedAt()));
        return collection
                        .updateOne(and(eq("_id", changed.id()), eq("version", read)), update)
                        .getMatchedCount()
                == 1;
    }

    private static Bson askedAt(@Nullable Instant asked) {
        return asked == null ? new Document() : max("askedAt", Date.from(asked));
    }

    /** Notes that somebody wants a poll now; empty when there is no such source. */
    public Optional<Source> askForPoll(String id, Instant now) {
        return Optional.ofNullable(collection.findOneAndUpdate(
                        eq("_id", id),
                        set("askedAt", Date.from(now)),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
                .map(Sources::toSource);
    }

    /**
     * Removes the source; empty when there is none. What is to be told of it still is told nevertheless: a kill in the middle
     * leaves the source there, and what was told twice has the same id.
     */
    Optional<Source> remove(String id) {
        removed.deleteMany(eq("outbox", new Document())); // of those that were removed before, and are told of
        while (true) {
            var standing = collection.find(eq("_id", id)).first();
            if (standing == null) {
                return Optional.empty();
            }
            outbox.handOver(standing, removed);
            var asRead = and(eq("_id", id), eq("outbox", standing.get("outbox")));
            if (collection.deleteOne(asRead).getDeletedCount() == 1) {
                return Optional.of(toSource(standing));
            }
        }
    }

    /** All sources of these buckets. */
    public List<Source> inBuckets(Collection<Integer> buckets) {
        return collection
                .find(in("bucket", buckets))
                .projection(WITHOUT_PAST)
                .batchSize(READ_AT_A_TIME)
                .map(Sources::toSource)
                .into(new ArrayList<>());
    }

    private static Document sourceOf(Document document) {
        return document.get("source", Document.class);
    }

    private static StoredSource stored(Document document) {
        return document.getInteger("v", 1) < SHAPE
                ? Documents.toRecord(sourceOf(document), StoredSource.First.class)
                        .inTodaysShape()
                : Documents.toRecord(sourceOf(document), StoredSource.class);
    }

    private static Source toSource(Document document) {
        var stored = stored(document);
        var askedAt = document.getDate("askedAt");
        return new Source(
                document.getString("_id"),
                stored.publicationId(),
                stored.settings(),
                stored.addedAt(),
                askedAt == null ? null : askedAt.toInstant(),
                document.getLong("version"),
                Documents.toRecord(document.get("poll", Document.class), PollState.class));
    }
}
