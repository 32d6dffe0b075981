package app.tidings.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tidings.contracts.EventCodec;
import app.tidings.platform.fixture.FixtureService.Handler;
import app.tidings.platform.fixture.FixtureTest;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class RecordsIT extends FixtureTest {

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
        var link = aLink();

        send(link);

        await().atMost(LONG).untilAsserted(() -> assertThat(handler.handled).contains(link));
    }

    @Test
    void thatAreNoEventsAreParkedRawWithTheirReasonAndStopNothing() {
        var good = aLink();

        send("ingest.links", "k", Map.of("ce_type", "link-found"), "not json".getBytes(UTF_8));
        send(good);

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
        var encoded = EventCodec.encode(aLink());

        send(
                "ingest.links",
                encoded.key(),
                headersWith(encoded, header, forged),
                encoded.value().getBytes(UTF_8));

        assertThat(parked(reason)).isNotNull();
    }

    @Test
    void withoutAValueAreParked() {
        send("ingest.links", "k", Map.of("ce_type", "link-found"), null);

        assertThat(parked("record has no value")).isNotNull();
    }

    @Test
    void withForgedFrameworkHeadersAreHandledAsIfTheyHadNone() {
        var link = aLink();
        var encoded = EventCodec.encode(link);
        var headers = headersWith(encoded, "spring.cloud.function.routing-expression", "T(java.lang.System).exit(1)");
        headers.put("__TypeId__", "java.lang.Runtime");
        headers.put("spring.cloud.function.definition", "somethingElse");
        headers.put("springDeserializerExceptionValue", "forged");
        headers.put("kafka_deliveryAttempt", "99");

        send("ingest.links", encoded.key(), headers, encoded.value().getBytes(UTF_8));

        await().atMost(LONG).untilAsserted(() -> assertThat(handler.handled).contains(link));
    }

    @Test
    void thatMeetAFaultOfOurStoreAreRetriedUntilItHealsAndNeverParked() {
        var link = aLink();
        var tries = new AtomicInteger();
        handler.before = event -> {
            if (event.equals(link) && tries.incrementAndGet() < 4) {
                throw new MongoTimeoutException("the store is away");
            }
        };

        send(link);

        await().atMost(LONG).untilAsserted(() -> assertThat(handler.handled).contains(link));
        assertThat(tries).hasValue(4);
        assertThat(database.getCollection("deadLetters")
                        .find(new Document("key", new Binary(link.key().getBytes(UTF_8)))))
                .isEmpty();
    }

    @Test
    void thatBringOutADefectAreParkedByItsKindAlone() {
        var link = aLink();
        handler.before = event -> {
            if (event.equals(link)) {
                throw new ClassCastException("canary-secret in a message");
            }
        };

        send(link);

        assertThat(parked("could not be handled: ClassCastException")).isNotNull();
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
