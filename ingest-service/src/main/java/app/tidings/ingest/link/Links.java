package app.tidings.ingest.link;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import app.tidings.contracts.Sighting;
import app.tidings.platform.mongo.Documents;
import app.tidings.platform.outbox.Outbox;
import app.tidings.platform.outbox.Unsent;
import com.mongodb.bulk.BulkWriteUpsert;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Collection {@code links}: one document per link of a publication. {@code taken} is the last version that curation holds,
 * {@code accepted} whether an editor let it through.
 */
@Repository
public class Links {

    private static final String ACCEPTED = "accepted";

    /** Documents take ten times their bytes in memory, and a store answers with 16 MB of them unless it is asked for fewer. */
    private static final int READ_AT_A_TIME = 500;

    private final MongoCollection<Document> collection;
    private final Outbox outbox;

    /** What a link says, as it is stored. */
    private record Content(
            String publicationId,
            URI url,
            String title,
            @Nullable String teaser,
            List<Sighting> sightings,
            Instant changedAt,
            @Nullable String withdrawn) {

        static Content of(Link link) {
            return new Content(
                    link.publicationId(),
                    link.url(),
                    link.title(),
                    link.teaser(),
                    link.sightings(),
                    link.changedAt(),
                    link.withdrawn());
        }
    }

    /**
     * A link, and what others did with it.
     *
     * @param taken the last of its versions that curation has taken; 0 for none
     * @param accepted whether an editor let it through, whatever the rules say
     */
    public record Standing(Link link, long taken, boolean accepted) {

        boolean isTaken() {
            return taken >= link.version();
        }
    }

    Links(MongoDatabase database, Outbox outbox) {
        this.collection = database.getCollection("links");
        this.outbox = outbox;
    }

    /** Of these ids, those that are known, each with the ids of the sources that showed it. */
    public Map<String, Set<String>> sourcesOfKnown(Collection<String> ids) {
        var known = new HashMap<String, Set<String>>();
        collection
                .find(in("_id", ids))
                .projection(include("link.sightings.sourceId"))
                .forEach(document -> known.put(document.getString("_id"), sources(document)));
        return known;
    }

    private static Set<String> sources(Document document) {
        return document.get("link", Document.class).getList("sightings", Document.class).stream()
                .map(sighting -> sighting.getString("sourceId"))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Stores each link and its event unless the link is there already; returns those that are there already. */
    List<Link> keepFirst(Collection<Link> fresh) {
        if (fresh.isEmpty()) {
            return List.of();
        }
        var links = List.copyOf(fresh);
        var stored = outbox.writeAll(
                collection,
                links.stream().collect(toMap(Link::id, link -> List.of(link.event()))),
                unsent -> collection.bulkWrite(
                        links.stream()
                                .map(link -> first(link, requireNonNull(unsent.get(link.id()))))
                                .toList(),
                        new BulkWriteOptions().ordered(false)));
        var kept = stored.getUpserts().stream().map(BulkWriteUpsert::getIndex).collect(toSet());
        return IntStream.range(0, links.size())
                .filter(each -> !kept.contains(each))
                .mapToObj(links::get)
                .toList();
    }

    private static UpdateOneModel<Document> first(Link link, Unsent unsent) {
        return new UpdateOneModel<>(
                eq("_id", link.id()),
                combine(
                        setOnInsert("v", 1),
                        setOnInsert("version", link.version()),
                        setOnInsert("taken", 0L),
                        setOnInsert("link", Documents.toDocument(Content.of(link))),
                        unsent.setOnInsert()),
                new UpdateOptions().upsert(true));
    }

    /** Writes the next version of a link and its event if it is the next; says whether it was. */
    boolean replaceIfNext(Link link) {
        return outbox.write(
                collection,
                link.id(),
                List.of(link.event()),
                unsent -> collection
                                .updateOne(
                                        and(eq("_id", link.id()), eq("version", link.version() - 1)),
                                        combine(
                                                set("link", Documents.toDocument(Content.of(link))),
                                                set("version", link.version()),
                                                unsent.set()))
                                .getModifiedCount()
                        == 1);
    }

    /** Sends the event of the newest version again, with the id that it had, unless there is a newer one by now. */
    void sendAgain(Link link) {
        outbox.write(
                collection,
                link.id(),
                List.of(link.event()),
                unsent -> collection.updateOne(and(eq("_id", link.id()), eq("version", link.version())), unsent.set()));
    }

    /** The link of that id, as it stands. */
    public Optional<Standing> find(String id) {
        return Optional.ofNullable(collection.find(eq("_id", id)).first()).map(Links::toStanding);
    }

    /** Hands on every link of a publication that changed since then; reads them all, so it is for people's questions alone. */
    void eachSince(String publicationId, Instant since, Consumer<Standing> reader) {
        collection
                .find(and(eq("link.publicationId", publicationId), gte("link.changedAt", Date.from(since))))
                .batchSize(READ_AT_A_TIME)
                .map(Links::toStanding)
                .forEach(reader);
    }

    /** Notes that curation holds that version, or a later one that it named before. */
    void markTaken(String id, long version) {
        collection.updateOne(eq("_id", id), max("taken", version));
    }

    /** Notes that an editor let the links through. */
    void markAccepted(Collection<String> ids) {
        collection.updateMany(in("_id", ids), set(ACCEPTED, true));
    }

    private static Standing toStanding(Document document) {
        var content = Documents.toRecord(document.get("link", Document.class), Content.class);
        var link = new Link(
                document.getString("_id"),
                content.publicationId(),
                content.url(),
                content.title(),
                content.teaser(),
                content.sightings(),
                document.getLong("version"),
                content.changedAt(),
                content.withdrawn());
        return new Standing(link, document.getLong("taken"), document.getBoolean(ACCEPTED, false));
    }
}
