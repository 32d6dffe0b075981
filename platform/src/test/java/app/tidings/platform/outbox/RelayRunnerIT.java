package app.tidings.platform.outbox;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tidings.contracts.ItemEvent.ItemShortlisted;
import app.tidings.platform.fixture.TestLinks;
import app.tidings.platform.mongo.StoreClock;
import app.tidings.platform.testing.TestStore;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class RelayRunnerIT {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final int BATCH = 100;

    private final MongoDatabase database = TestStore.freshDatabase();
    private final PendingAggregates pending = new PendingAggregates(database, new StoreClock(database));

    /** Of each event that was sent, in which run of the relay. */
    private final ConcurrentLinkedQueue<String> runs = new ConcurrentLinkedQueue<>();

    @Test
    void sendsTogetherWhatIsWrittenShortlyOneAfterTheOther() {
        var runner = runner(new OutboxSettings(Duration.ofHours(1), LONG.plus(LONG), LONG, 4));
        runner.start();
        try {
            IntStream.range(0, BATCH).forEach(number -> write(runner, "weekly:" + number));

            await().atMost(LONG).until(() -> pending.count() == 0);
        } finally {
            runner.stop();
        }
        assertThat(runs).hasSize(BATCH);
        assertThat(runs.stream().distinct()).hasSizeLessThan(3); // the sweep of the start may take some
    }

    private RelayRunner runner(OutboxSettings settings) {
        var finished = new FinishedWrites();
        var relay = new Relay(
                new UnsentEvents(database),
                pending,
                (event, _) -> runs.add(owner(event)),
                finished,
                settings.hold(LONG),
                new StoreClock(database));
        return new RelayRunner(pending, relay, finished, settings);
    }

    private String owner(Document event) {
        var aggregate = database.getCollection(Outbox.PENDING)
                .find(eq("_id", "items/" + event.getString("key")))
                .first();
        return aggregate == null ? "nobody" : aggregate.getString("owner");
    }

    private void write(RelayRunner runner, String id) {
        var items = database.getCollection("items");
        new Outbox("curation", database, runner, new TraceContext(Tracer.NOOP, Propagator.NOOP))
                .write(
                        items,
                        id,
                        List.of(new ItemShortlisted(id, "weekly", 1, TestLinks.NOW)),
                        unsent -> items.updateOne(
                                                eq("_id", id),
                                                combine(set("v", 1), unsent.set()),
                                                new UpdateOptions().upsert(true))
                                        .getUpsertedId()
                                != null);
    }
}
