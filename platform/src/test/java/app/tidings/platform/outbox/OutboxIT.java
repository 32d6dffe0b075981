package app.tidings.platform.outbox;

import static app.tidings.platform.testing.ReadTopic.events;
import static app.tidings.platform.testing.ReadTopic.records;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.tidings.contracts.Event;
import app.tidings.contracts.ItemEvent;
import app.tidings.contracts.ItemEvent.ItemDeclined;
import app.tidings.contracts.ItemEvent.ItemShortlisted;
import app.tidings.platform.fixture.FixtureTest;
import app.tidings.platform.fixture.TestLinks;
import app.tidings.platform.mongo.StoreClock;
import app.tidings.platform.testing.TestStore;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.cloud.stream.function.StreamBridge;

class OutboxIT extends FixtureTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @Autowired
    Outbox outbox;

    @Autowired
    MongoDatabase database;

    @Autowired
    StreamBridge bridge;

    MongoCollection<Document> items;
    String id;

    @BeforeEach
    void anAggregate() {
        items = database.getCollection("items");
        id = "weekly:" + UUID.randomUUID();
    }

    @Test
    void sendsTheEventsOfAWriteAndForgetsThem() {
        var written = shortlisted(1);

        write(written);

        await().atMost(LONG).untilAsserted(() -> assertThat(sent()).containsExactly(written));
        await().atMost(LONG).untilAsserted(() -> assertThat(pending()).isNull());
        assertThat(requireNonNull(item()).get("outbox", Document.class)).isEmpty();
    }

    @Test
    void keepsTheOrderOfOneAggregate() {
        var all = new ArrayList<Event>();
        for (var version = 1; version <= 40; version++) {
            var event = version % 2 == 0 ? shortlisted(version) : declined(version);
            write(event);
            all.add(event);
        }

        await().atMost(LONG).untilAsserted(() -> assertThat(pending()).isNull());
        assertThat(sent()).last().isEqualTo(all.getLast());
        assertThat(sent().stream().map(Event::version).toList()).isSorted();
    }

    @Test
    void sendsWhatAKillLeftBetweenTheWriteAndTheRelay() {
        var silent = silent(database);
        var written = shortlisted(1);

        silent.write(items, id, List.of(written), unsent -> upsert(unsent));

        await().atMost(LONG).untilAsserted(() -> assertThat(sent()).containsExactly(written));
    }

    @Test
    void sendsNothingForAWriteThatDidNotHappen() {
        var event = shortlisted(7);

        var done = outbox.write(
                items,
                id,
                List.of(event),
                unsent -> items.updateOne(and(eq("_id", id), eq("version", 6L)), unsent.set())
                                .getModifiedCount()
                        == 1);

        assertThat(done).isFalse();
        await().atMost(LONG).untilAsserted(() -> assertThat(pending()).isNull());
        assertThat(sent()).isEmpty();
    }

    @Test
    void sendsAgainWithTheSameIdWhenItWasKilledBetweenSendingAndMarking() {
        var event = shortlisted(1);
        write(event);
        await().atMost(LONG).untilAsserted(() -> assertThat(pending()).isNull());

        write(event); // as it stands again when the mark was lost

        await().atMost(LONG).untilAsserted(() -> assertThat(sent()).containsExactly(event, event));
        var ids = records(ItemEvent.TOPIC, id).stream()
                .map(each -> new String(each.headers().lastHeader("ce_id").value(), UTF_8))
                .toList();
        assertThat(Set.copyOf(ids)).hasSize(1);
    }

    @Test
    void replacesAnUnsentEventByANewerOneOfItsType() {
        var silent = silent(database);
        database.getCollection(Outbox.PENDING)
                .insertOne(new Document("_id", "items/" + id)
                        .append("n", 0L)
                        .append("owner", "another")
                        .append("until", Date.from(Instant.now().plusSeconds(3600))));
        silent.write(items, id, List.of(shortlisted(1)), this::upsert);
        silent.write(items, id, List.of(declined(2)), this::upsert);
        silent.write(items, id, List.of(shortlisted(3)), this::upsert);

        database.getCollection(Outbox.PENDING).updateOne(eq("_id", "items/" + id), combine(set("until", new Date(0))));
        relay(database, new Publisher(bridge, noTrace())::publish).drain(List.of("items/" + id));

        await().atMost(LONG).untilAsserted(() -> assertThat(sent()).containsExactly(declined(2), shortlisted(3)));
    }

    @Test
    void keepsALargeBodyOutOfTheAggregateAndSendsItWhole() {
        var large = large("");
        var silent = silent(database);
        var bodies = new ArrayList<Document>();

        silent.write(items, id, List.of(large), unsent -> {
            bodies.addAll(bodies());
            upsert(unsent);
            assertThat(requireNonNull(item()).toJson().length()).isLessThan(2_000);
            return true;
        });

        assertThat(bodies).hasSize(1);
        await().atMost(LONG).untilAsserted(() -> assertThat(sent()).containsExactly(large));
        makeBodiesOld();
        await().atMost(LONG).untilAsserted(() -> assertThat(bodies()).isEmpty());
    }

    @Test
    void sendsTheLargeBodyOfTheWriterThatWon() {
        var winner = large("won ");
        var silent = silent(database);

        silent.write(items, id, List.of(large("lost ")), unsent -> false);
        silent.write(items, id, List.of(winner), this::upsert);

        await().atMost(LONG).untilAsserted(() -> assertThat(sent()).containsExactly(winner));
    }

    @Test
    void forgetsTheLargeBodyOfAWriteThatNeverCameToBe() {
        outbox.write(items, id, List.of(large("lost ")), unsent -> false);

        assertThat(bodies()).hasSize(1);
        makeBodiesOld();
        await().atMost(LONG).untilAsserted(() -> assertThat(bodies()).isEmpty());
    }

    @Test
    void sendsALargeEventAgainThatWasSentJustAsItWasWrittenAgain() {
        var large = large("");
        var silent = silent(database);

        silent.write(items, id, List.of(large), this::upsert);
        silent.write(items, id, List.of(large), unsent -> {
            await().atMost(LONG).untilAsserted(() -> assertThat(sent()).containsExactly(large));
            return upsert(unsent);
        });

        await().atMost(LONG).untilAsserted(() -> assertThat(sent()).containsExactly(large, large));
    }

    @Test
    void sendsTheOthersWhereOneAggregateCannotBeSent() {
        var stuck = "weekly:" + UUID.randomUUID();
        var silent = silent(database);
        var event = shortlisted(1);
        try {
            silent.write(items, stuck, List.of(new ItemShortlisted(stuck, "weekly", 1, TestLinks.NOW)), unsent -> {
                upsert(items, stuck, unsent);
                return items.updateOne(
                        eq("_id", stuck),
                        combine(unset("outbox.item-shortlisted.value"), set("outbox.item-shortlisted.body", "gone")));
            });
            silent.write(items, id, List.of(event), this::upsert);

            await().atMost(LONG).untilAsserted(() -> assertThat(sent()).containsExactly(event));
        } finally {
            database.getCollection(Outbox.PENDING).deleteOne(eq("_id", "items/" + stuck));
        }
    }

    @Test
    void renewsALeaseOnlyForItsHolder() {
        var own = TestStore.freshDatabase(); // no other relay sweeps there
        var pendingAggregates = new PendingAggregates(own, new StoreClock(own));
        var pendingId = "items/" + id;
        var ids = List.of(pendingId);
        own.getCollection(Outbox.PENDING).insertOne(new Document("_id", pendingId).append("n", 0L));

        assertThat(pendingAggregates.claim(ids, "slow", Duration.ZERO)).hasSize(1);
        assertThat(pendingAggregates.renew(ids, "slow", Duration.ZERO)).containsExactly(pendingId);
        await().atMost(LONG)
                .until(() -> pendingAggregates
                                .claim(ids, "quick", Duration.ofHours(1))
                                .size()
                        == 1);

        assertThat(pendingAggregates.renew(ids, "slow", Duration.ofHours(1))).isEmpty();
        assertThat(pendingAggregates.claim(ids, "slow", Duration.ofHours(1))).isEmpty();
        assertThat(pendingAggregates.renew(ids, "quick", Duration.ZERO)).containsExactly(pendingId);
    }

    @Test
    void sendsTheEventsOfManyAggregatesThatWereWrittenAtOnce() {
        var own = TestStore.freshDatabase(); // no other relay sweeps there
        var aggregates = own.getCollection("items");
        var ids = IntStream.range(0, 250).mapToObj(each -> id + each).toList();
        var all = ids.stream().collect(toMap(each -> each, OutboxIT::twoEvents));
        silent(own).writeAll(aggregates, all, unsent -> {
            unsent.forEach((each, events) -> upsert(aggregates, each, events));
            return true;
        });
        var sent = new ConcurrentLinkedQueue<String>();

        var drained = relay(own, (event, value) -> sent.add(event.getString("key") + " " + event.getLong("version")))
                .drain(own.getCollection(Outbox.PENDING)
                        .distinct("_id", String.class)
                        .into(new ArrayList<>()));

        assertThat(drained).isEqualTo(new Relay.Drained(250, Map.of()));
        assertThat(sent).hasSize(500);
        assertThat(ids).allSatisfy(each -> assertThat(sent).containsSubsequence(each + " 1", each + " 2"));
        assertThat(own.getCollection(Outbox.PENDING).countDocuments()).isZero();
        assertThat(aggregates.countDocuments(eq("outbox", new Document()))).isEqualTo(250);
    }

    @Test
    void keepsBackWhatFollowsAnEventThatCouldNotBeSentButSendsTheOthers() {
        var own = TestStore.freshDatabase(); // no other relay sweeps there
        var aggregates = own.getCollection("items");
        var other = id + "-other";
        silent(own).writeAll(aggregates, Map.of(id, twoEvents(id), other, twoEvents(other)), unsent -> {
            unsent.forEach((each, events) -> upsert(aggregates, each, events));
            return true;
        });
        var sent = new ConcurrentLinkedQueue<String>();
        var broken = relay(own, (event, value) -> {
            if (event.getString("key").equals(id)) {
                throw new IllegalStateException("too large");
            }
            sent.add(event.getString("key") + " " + event.getLong("version"));
        });

        var drained = broken.drain(List.of("items/" + id, "items/" + other));

        assertThat(sent).containsExactly(other + " 1", other + " 2");
        assertThat(drained.taken()).isEqualTo(2);
        assertThat(drained.failures()).containsOnlyKeys("items/" + id);
        assertThat(drained.isStuck()).isFalse();
        assertThat(own.getCollection(Outbox.PENDING).find().map(each -> each.getString("_id")))
                .containsExactly("items/" + id);
        assertThat(broken.drain(List.of("items/" + id)).isStuck()).isTrue(); // it was let go at once
    }

    @Test
    void sendsNoMoreOfWhatAnotherRelayHasTakenOver() {
        var own = TestStore.freshDatabase(); // no other relay sweeps there
        var aggregates = own.getCollection("items");
        silent(own)
                .write(aggregates, id, List.of(declined(1), shortlisted(1)), unsent -> upsert(aggregates, id, unsent));
        var sent = new ArrayList<String>();

        var slow = relay(own, (entry, value) -> {
            sent.add(entry.getString("type"));
            own.getCollection(Outbox.PENDING).updateOne(eq("_id", "items/" + id), set("owner", "quick"));
        });
        slow.drain(List.of("items/" + id));

        assertThat(sent).containsExactly("item-declined");
        assertThat(requireNonNull(aggregates.find().first()).get("outbox", Document.class))
                .containsOnlyKeys("item-shortlisted");
    }

    @Test
    void refusesAnEventOfATopicThatTheServiceDoesNotWrite() {
        var foreign = TestLinks.aLink();

        assertThatThrownBy(() -> outbox.write(items, id, List.of(foreign), unsent -> true))
                .hasMessage("curation does not write topic ingest.links");
    }

    private void write(Event event) {
        outbox.write(items, id, List.of(event), this::upsert);
    }

    private boolean upsert(Unsent unsent) {
        return upsert(items, id, unsent);
    }

    private static boolean upsert(MongoCollection<Document> collection, String aggregate, Unsent unsent) {
        collection.updateOne(
                eq("_id", aggregate), combine(set("v", 1), unsent.set()), new UpdateOptions().upsert(true));
        return true;
    }

    private void makeBodiesOld() {
        database.getCollection("outboxBodies").updateMany(eq("pending", "items/" + id), set("at", new Date(0)));
    }

    private static Relay relay(MongoDatabase database, BiConsumer<Document, String> publish) {
        var longestSend = Duration.ofSeconds(30); // the lease is so little longer that each send wants a renewal
        var lease = new OutboxSettings(Duration.ofSeconds(5), longestSend.plusMillis(1), Duration.ZERO, 1)
                .hold(longestSend);
        var pendingAggregates = new PendingAggregates(database, new StoreClock(database));
        return new Relay(
                new UnsentEvents(database),
                pendingAggregates,
                publish,
                new FinishedWrites(),
                lease,
                new StoreClock(database));
    }

    /** An outbox whose writes nobody hears of. */
    private static Outbox silent(MongoDatabase database) {
        return new Outbox("curation", database, (pendingId, writeId) -> {}, noTrace());
    }

    private static List<Event> twoEvents(String aggregate) {
        return List.of(
                new ItemDeclined(aggregate, "weekly", 1, null, TestLinks.NOW),
                new ItemShortlisted(aggregate, "weekly", 2, TestLinks.NOW));
    }

    private static TraceContext noTrace() {
        return new TraceContext(Tracer.NOOP, Propagator.NOOP);
    }

    private ItemShortlisted shortlisted(long version) {
        return new ItemShortlisted(id, "weekly", version, TestLinks.NOW);
    }

    private ItemDeclined declined(long version) {
        return new ItemDeclined(id, "weekly", version, null, TestLinks.NOW);
    }

    private ItemDeclined large(String beginning) {
        return new ItemDeclined(id, "weekly", 1, beginning + "x".repeat(Outbox.MAX_EMBEDDED + 1), TestLinks.NOW);
    }

    private List<Document> bodies() {
        return database.getCollection("outboxBodies")
                .find(eq("pending", "items/" + id))
                .into(new ArrayList<>());
    }

    private List<Event> sent() {
        return events(ItemEvent.TOPIC, id);
    }

    private @Nullable Document item() {
        return items.find(eq("_id", id)).first();
    }

    private @Nullable Document pending() {
        return database.getCollection(Outbox.PENDING)
                .find(eq("_id", "items/" + id))
                .first();
    }
}
