package app.tidings.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tidings.contracts.EventCodec;
import app.tidings.contracts.EventCodec.Encoded;
import app.tidings.contracts.Ids;
import app.tidings.contracts.LinkEvent;
import app.tidings.platform.fixture.FixtureService.Handler;
import app.tidings.platform.fixture.FixtureTest;
import app.tidings.platform.fixture.TestLinks;
import app.tidings.platform.testing.SendRecords;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class RecordsIT extends FixtureTest {

    private static final SendRecords SEND = SendRecords.toSharedBroker();
    private static final Duration LONG = Duration.ofSeconds(30);

    @Autowired
    Handler handler;

    @Autowired
    MongoDatabase database;

    @AfterEach
    void heal() {
        handler.before = event -> {};
    }

    @Test
    void becomeEvents() {
        var link = TestLinks.aLink();

        SEND.event(link);

        await().atMost(LONG).untilAsserted(() -> assertThat(handler.handled).contains(link));
    }

    @Test
    void thatAreNoEventsAreParkedRawWithTheirReasonAndStopNothing() {
        var good = TestLinks.aLink();

        SEND.record("ingest.links", "k", Map.of("ce_type", "link-found"), "not json".getBytes(UTF_8));
        SEND.event(good);

        var dead = parked("checksum does not match topic, key, type and value");
        assertThat(dead.get("value", Binary.class).getData()).isEqualTo("not json".getBytes(UTF_8));
        assertThat(dead.getString("topic")).isEqualTo("ingest.links");
        await().atMost(LONG).untilAsserted(() -> assertThat(handler.handled).contains(good));
    }

    @ParameterizedTest
    @CsvSource({
        "ce_type, link-forgotten, event type is not one of topic ingest.links",
        "ce_id, forged, key or id is not that of the event",
    })
    void withAForgedEnvelopeAreParked(String header, String forged, String reason) {
        var encoded = EventCodec.encode(TestLinks.aLink());

        SEND.record(
                "ingest.links",
                encoded.key(),
                headersWith(encoded, header, forged),
                encoded.value().getBytes(UTF_8));

        assertThat(parked(reason)).isNotNull();
    }

    /** By whoever knows how a record is signed. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void thatAreDeepOrHoldHugeNumbersAreParkedAndStopNothing(boolean deep) {
        var good = TestLinks.aLink();
        var key = "costly-" + deep;
        var value = "{\"type\":\"link-found\",\"x\":"
                + (deep ? "[".repeat(100_000) + "]".repeat(100_000) : "1".repeat(1_500_000)) + "}";
        var checksum = Ids.contentHash(("ingest.links\n" + key + "\nlink-found\n" + value).getBytes(UTF_8));

        SEND.record(
                "ingest.links",
                key,
                Map.of("ce_type", "link-found", "ce_id", "x", "ce_checksum", checksum),
                value.getBytes(UTF_8));
        SEND.event(good);

        await().atMost(LONG).until(() -> letter(key) != null);
        assertThat(letter(key)).containsEntry("reason", "value is not valid JSON");
        await().atMost(LONG).untilAsserted(() -> assertThat(handler.handled).contains(good));
    }

    @Test
    void withoutAValueAreParked() {
        SEND.record("ingest.links", "k", Map.of("ce_type", "link-found"), null);

        assertThat(parked("record has no value")).isNotNull();
    }

    @Test
    void thatAreLargerThanAMessageMayBeAreParkedWithoutTheirValueAndStopNothing() {
        var large = new byte[3 * 1024 * 1024];

        SEND.send(new ProducerRecord<>("ingest.links", 0, "large".getBytes(UTF_8), large));
        SEND.send(new ProducerRecord<>("ingest.links", 0, large, "bad".getBytes(UTF_8)));
        SEND.send(new ProducerRecord<>("ingest.links", 0, "small".getBytes(UTF_8), "bad".getBytes(UTF_8)));

        await().atMost(LONG).until(() -> letter("small") != null);
        assertThat(parked("value of 3145728 bytes is larger than a message may have, and not kept; its SHA-256 is "
                                + Ids.contentHash(large))
                        .get("value"))
                .isNull();
        assertThat(parked("key of 3145728 bytes is larger than a message may have, and not kept; its SHA-256 is "
                                + Ids.contentHash(large))
                        .get("value"))
                .isEqualTo(new Binary("bad".getBytes(UTF_8)));
    }

    @Test
    void withForgedFrameworkHeadersAreHandledAsIfTheyHadNone() {
        var link = TestLinks.aLink();
        var encoded = EventCodec.encode(link);
        var headers = headersWith(encoded, "spring.cloud.function.routing-expression", "T(java.lang.System).exit(1)");
        headers.put("__TypeId__", "java.lang.Runtime");
        headers.put("spring.cloud.function.definition", "somethingElse");
        headers.put("springDeserializerExceptionValue", "forged");
        headers.put("kafka_deliveryAttempt", "99");

        SEND.record("ingest.links", encoded.key(), headers, encoded.value().getBytes(UTF_8));

        await().atMost(LONG).untilAsserted(() -> assertThat(handler.handled).contains(link));
    }

    @Test
    void thatMeetAFaultOfOurStoreAreRetriedUntilItHealsAndNeverParked() {
        var link = TestLinks.aLink();
        var tries = failing(link, nth -> nth < 4 ? new MongoTimeoutException("the store is away") : null);

        SEND.event(link);

        await().atMost(LONG).untilAsserted(() -> assertThat(handler.handled).contains(link));
        assertThat(tries).hasValue(4);
        assertThat(letter(link.key())).isNull();
    }

    @Test
    void thatBringOutADefectAreTriedNineTimesAndParkedByItsKindAlone() {
        var link = TestLinks.aLink();
        var tries = failing(link, nth -> new IllegalStateException("canary-secret in a message"));

        SEND.event(link);

        assertThat(reasonOf(link)).isEqualTo("could not be handled: IllegalStateException");
        assertThat(tries).hasValue(9);
    }

    @Test
    void thatMeetADefectAndThenAFaultOfOurStoreAreNotParkedForTheFault() {
        var link = TestLinks.aLink();
        failing(
                link,
                nth -> nth == 1
                        ? new IllegalStateException("a defect")
                        : nth <= 10 ? new MongoTimeoutException("the store is away") : null);

        SEND.event(link);

        await().atMost(LONG).untilAsserted(() -> assertThat(handler.handled).contains(link));
        assertThat(letter(link.key())).isNull();
    }

    @Test
    void thatMeetAFaultOfOurStoreAndThenADefectAreParkedForTheDefect() {
        var link = TestLinks.aLink();
        failing(
                link,
                nth -> nth == 1
                        ? new MongoTimeoutException("the store is away")
                        : new IllegalStateException("a defect"));

        SEND.event(link);

        assertThat(reasonOf(link)).isEqualTo("could not be handled: IllegalStateException");
    }

    /** Lets the handler fail on a link as the function says of each try; null is success. Counts the tries. */
    private AtomicInteger failing(LinkEvent link, IntFunction<@Nullable RuntimeException> fault) {
        var tries = new AtomicInteger();
        handler.before = event -> {
            var thrown = event.equals(link) ? fault.apply(tries.incrementAndGet()) : null;
            if (thrown != null) {
                throw thrown;
            }
        };
        return tries;
    }

    private String reasonOf(LinkEvent link) {
        return await().atMost(LONG)
                .until(() -> letter(link.key()), found -> found != null)
                .getString("reason");
    }

    private @Nullable Document letter(String key) {
        return database.getCollection("deadLetters")
                .find(new Document("key", new Binary(key.getBytes(UTF_8))))
                .first();
    }

    /** The headers of a good record but for one. */
    private static Map<String, String> headersWith(Encoded encoded, String name, String value) {
        var headers = new HashMap<>(encoded.headers());
        headers.put(name, value);
        return headers;
    }

    private Document parked(String reason) {
        return await().atMost(LONG)
                .until(
                        () -> database.getCollection("deadLetters")
                                .find(new Document("reason", reason))
                                .first(),
                        found -> found != null);
    }
}
