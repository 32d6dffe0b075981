package app.tidings.ingest.held;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import app.tidings.ingest.link.Link;
import app.tidings.ingest.source.Source;
import app.tidings.ingest.source.SourcesChanged.SourceRemoved;
import app.tidings.platform.mongo.Documents;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Repository;

/**
 * Collection {@code heldEntries}: what waits for an editor, one document of bounded size per source, {@code _id} being the
 * source's. It is removed when the last entry of it is decided.
 */
@Repository
public class HeldEntries {

    static final int MAX_LINKS = 1_000;

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Document> collection;

    /**
     * What waits at a source.
     *
     * @param since when the first of it came
     * @param links what the entries would become
     * @param version counts the writes
     */
    record Held(String sourceId, Instant since, List<Link> links, long version) {

        Held {
            links = List.copyOf(links);
        }
    }

    HeldEntries(MongoDatabase database, MeterRegistry meters) {
        this.collection = database.getCollection("heldEntries");
        Gauge.builder("tidings.sources.waiting", collection, MongoCollection::estimatedDocumentCount)
                .description("sources whose new entries wait for an editor")
                .register(meters);
    }

    /** Lets them wait, beside what waits already; returns those that have no room. */
    public List<Link> add(Source source, List<Link> links, Instant now) {
        while (true) {
            var standing = find(source.id()).orElse(new Held(source.id(), now, List.of(), 0));
            var all = new LinkedHashMap<String, Link>();
            standing.links().forEach(link -> all.put(link.id(), link));
            var rest = new ArrayList<Link>();
            for (var link : links) {
                if (all.size() < MAX_LINKS || all.containsKey(link.id())) {
                    all.putIfAbsent(link.id(), link);
                } else {
                    rest.add(link);
                }
            }
            if (replaceIfVersion(standing, all.values())) {
                return rest;
            }
        }
    }

    /** Leaves only these waiting if nothing came since it was read; says whether nothing did. */
    boolean replaceIfVersion(Held read, Collection<Link> links) {
        if (links.isEmpty()) {
            return collection.deleteOne(unchanged(read)).getDeletedCount() == 1;
        }
        var fields = new Document("v", 1)
                .append("version", read.version() + 1)
                .append("since", Date.from(read.since()))
                .append("count", links.size())
                .append("links", Documents.toDocuments(List.copyOf(links)));
        return read.version() == 0
                ? collection
                                .updateOne(eq("_id", read.sourceId()), new Document("$setOnInsert", fields), UPSERT)
                                .getUpsertedId()
                        != null
                : collection.replaceOne(unchanged(read), fields).getMatchedCount() == 1;
    }

    Optional<Held> find(String sourceId) {
        return Optional.ofNullable(collection.find(eq("_id", sourceId)).first())
                .map(document -> new Held(
                        sourceId,
                        document.getDate("since").toInstant(),
                        Documents.toRecords(document.getList("links", Document.class), Link.class),
                        document.getLong("version")));
    }

    /**
     * That something waits at a source.
     *
     * @param entries how many
     */
    public record Waiting(String sourceId, Instant since, int entries) {}

    /** A page in the order of the sources' ids, behind {@code after}. */
    List<Waiting> page(@Nullable String after, int limit) {
        return waiting(after == null ? new Document() : gt("_id", after))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .map(HeldEntries::toWaiting)
                .into(new ArrayList<>());
    }

    /** What waits at these sources, by their ids; nothing of those at which nothing does. */
    public Map<String, Waiting> at(Collection<String> sourceIds) {
        var found = new HashMap<String, Waiting>();
        waiting(in("_id", sourceIds)).map(HeldEntries::toWaiting).forEach(each -> found.put(each.sourceId(), each));
        return found;
    }

    private FindIterable<Document> waiting(Bson filter) {
        return collection.find(filter).projection(Projections.exclude("links"));
    }

    private static Waiting toWaiting(Document document) {
        return new Waiting(
                document.getString("_id"), document.getDate("since").toInstant(), document.getInteger("count"));
    }

    /** Nobody decides about a source that is gone. */
    @EventListener
    void on(SourceRemoved removed) {
        collection.deleteOne(eq("_id", removed.sourceId()));
    }

    private static Bson unchanged(Held read) {
        return and(eq("_id", read.sourceId()), eq("version", read.version()));
    }
}
