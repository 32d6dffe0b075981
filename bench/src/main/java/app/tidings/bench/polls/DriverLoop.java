package app.tidings.bench.polls;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.currentDate;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;
import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.bench.stage.Stage;
import app.tidings.bench.stage.Topics;
import app.tidings.local.run.Refusal;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.Date;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;

/**
 * The limit of storing and publishing: a bare loop over the driver that makes the writes that ingest makes for a new link, each
 * acknowledged like ingest's, and sends a record of the same size. It reads nothing, parses nothing and decides nothing.
 */
public final class DriverLoop {

    /** The topic that it publishes to, which has to be made before. */
    public static final String TOPIC = "bench.driver";

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
     * @param entries links of a feed, which share the write that opens them
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
        var now = new Date();
        var opened = IntStream.range(0, entries)
                .mapToObj(entry -> new UpdateOneModel<Document>(
                        eq("_id", name + "-" + entry),
                        combine(
                                setOnInsert("v", 1),
                                set("version", 1L),
                                set("due", now),
                                set("wait", 600_000L),
                                inc("n", 1L)),
                        UPSERT))
                .toList();
        untaken.bulkWrite(opened, new BulkWriteOptions().ordered(false));
        for (var entry = 0; entry < entries; entry++) {
            keep(name + "-" + entry);
        }
        for (var entry = 0; entry < entries; entry++) {
            publish(name + "-" + entry);
        }
    }

    /** As a poll does: the mark in {@code pending}, then the link with its unsent event. */
    private void keep(String id) {
        var mark = UUID.randomUUID().toString();
        pending.updateOne(eq("_id", id), combine(currentDate("marks." + mark), inc("n", 1L)), UPSERT);
        links.updateOne(
                eq("_id", id),
                combine(
                        setOnInsert("v", 1),
                        setOnInsert("version", 1L),
                        setOnInsert("taken", 0L),
                        setOnInsert("link", link),
                        setOnInsert(
                                "outbox.link-found",
                                new Document("id", id).append("write", mark).append("value", value))),
                UPSERT);
    }

    /** As the relay does: claimed, sent, taken out of the link, and out of {@code pending}. */
    private void publish(String id) {
        pending.findOneAndUpdate(eq("_id", id), combine(set("owner", "bench"), set("until", new Date())));
        topics.send(new ProducerRecord<>(TOPIC, id.getBytes(UTF_8), value.getBytes(UTF_8)));
        links.updateOne(and(eq("_id", id), eq("outbox.link-found.id", id)), unset("outbox.link-found"));
        pending.deleteOne(and(eq("_id", id), eq("n", 1L)));
    }
}
