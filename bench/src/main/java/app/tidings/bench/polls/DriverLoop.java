package app.tidings.bench.polls;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.currentDate;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;
import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.bench.stage.Stage;
import app.tidings.bench.stage.Topics;
import app.tidings.contracts.Ids;
import app.tidings.local.run.Refusal;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The limit of storing and publishing: a bare loop over the driver that makes the writes that ingest makes for the new links of a
 * feed, under ids like ingest's (two of a feed are no neighbours in an index), together and acknowledged as there, and sends records of
 * the same size. It reads nothing, parses nothing and decides nothing.
 */
public final class DriverLoop {

    /** The topic that it publishes to, which has to be made before. */
    public static final String TOPIC = "bench.driver";

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Document> links;
    private final MongoCollection<Document> untaken;
    private final MongoCollection<Document> pending;
    private final Topics topics;
    private final Document link;
    private final String value;
    private final int entries;

    private DriverLoop(MongoDatabase database, Topics topics, Document link, int entries) {
        this.links = database.getCollection("links");
        this.untaken = database.getCollection("untaken");
        this.pending = database.getCollection("pending");
        this.topics = topics;
        this.link = link;
        this.value = link.toJson();
        this.entries = entries;
    }

    /**
     * A loop beside ingest's own data; each write carries a copy of a link that is stored there.
     *
     * @param entries links of a feed, which share their writes
     */
    public static DriverLoop of(Stage stage, int entries) {
        var any = Objects.requireNonNull(
                stage.database("tidings_ingest").getCollection("links").find().first(), "a link of the warm-up");
        return new DriverLoop(stage.database("bench"), stage.topics(), any.get("link", Document.class), entries);
    }

    /** Writes as many feeds as there are, on so many threads; returns links a second. */
    public double run(String round, int feeds, int threads) {
        var began = System.nanoTime();
        try (var executor =
                Executors.newFixedThreadPool(threads, Thread.ofVirtual().factory())) {
            var all = IntStream.range(0, feeds)
                    .mapToObj(feed -> executor.submit(() -> feed(round + "-" + threads + "-" + feed)))
                    .toList();
            for (var each : all) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new Refusal("the driver loop failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted", e);
        }
        return feeds * entries / ((System.nanoTime() - began) / 1e9);
    }

    private void feed(String name) {
        var ids = IntStream.range(0, entries)
                .mapToObj(entry -> Ids.link("bench", "https://%s.example/%d".formatted(name, entry)))
                .toList();
        open(ids);
        keep(ids);
        publish(ids);
    }

    private void open(List<String> ids) {
        var now = new Date();
        untaken.bulkWrite(
                each(
                        ids,
                        id -> combine(
                                setOnInsert("v", 1),
                                set("version", 1L),
                                set("due", now),
                                set("wait", 600_000L),
                                inc("n", 1L))),
                UNORDERED);
    }

    /** As a poll does: the marks in {@code pending}, then the links with their unsent events. */
    private void keep(List<String> ids) {
        pending.bulkWrite(each(ids, id -> combine(currentDate("marks." + id), inc("n", 1L))), UNORDERED);
        links.bulkWrite(
                each(
                        ids,
                        id -> combine(
                                setOnInsert("v", 1),
                                setOnInsert("version", 1L),
                                setOnInsert("taken", 0L),
                                setOnInsert("link", link),
                                setOnInsert(
                                        "outbox.link-found",
                                        new Document("id", id)
                                                .append("write", id)
                                                .append("value", value)))),
                UNORDERED);
    }

    /** As the relay does: claimed, sent, taken out of the links, and out of {@code pending}. */
    private void publish(List<String> ids) {
        pending.updateMany(in("_id", ids), combine(set("owner", "bench"), set("until", new Date())));
        topics.send(ids.stream()
                .map(id -> new ProducerRecord<>(TOPIC, id.getBytes(UTF_8), value.getBytes(UTF_8)))
                .toList());
        links.bulkWrite(
                ids.stream()
                        .map(id -> new UpdateOneModel<Document>(
                                and(eq("_id", id), eq("outbox.link-found.id", id)), unset("outbox.link-found")))
                        .toList(),
                UNORDERED);
        pending.bulkWrite(
                ids.stream()
                        .map(id -> new DeleteOneModel<Document>(and(eq("_id", id), eq("n", 1L))))
                        .toList(),
                UNORDERED);
    }

    private static List<UpdateOneModel<Document>> each(List<String> ids, Function<String, Bson> update) {
        return ids.stream()
                .map(id -> new UpdateOneModel<Document>(eq("_id", id), update.apply(id), UPSERT))
                .toList();
    }
}
