package app.tidings.platform.observe;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tidings.contracts.EventCodec;
import app.tidings.contracts.ItemEvent;
import app.tidings.contracts.ItemEvent.ItemShortlisted;
import app.tidings.platform.fixture.FixtureService.Handler;
import app.tidings.platform.fixture.FixtureTest;
import app.tidings.platform.fixture.TestLinks;
import app.tidings.platform.outbox.Outbox;
import app.tidings.platform.testing.ReadTopic;
import app.tidings.platform.testing.SendRecords;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TraceIT extends FixtureTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Autowired
    Handler handler;

    @Autowired
    Outbox outbox;

    @Autowired
    MongoDatabase database;

    @AfterEach
    void heal() {
        handler.before = event -> {};
    }

    @Test
    void goesOnFromARecordThroughTheHandlerToTheRecordsThatFollow() {
        var link = TestLinks.aLink();
        var items = database.getCollection("items");
        handler.before = event -> {
            if (event.equals(link)) {
                var followed = new ItemShortlisted(link.key(), "weekly", 1, TestLinks.NOW);
                outbox.write(
                        items,
                        link.key(),
                        List.of(followed),
                        unsent -> items.updateOne(
                                eq("_id", link.key()),
                                combine(set("v", 1), unsent.set()),
                                new UpdateOptions().upsert(true)));
            }
        };
        var encoded = EventCodec.encode(link);
        var headers = new HashMap<>(encoded.headers());
        headers.put("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");

        SendRecords.toSharedBroker()
                .record(encoded.topic(), encoded.key(), headers, encoded.value().getBytes(UTF_8));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(ReadTopic.records(ItemEvent.TOPIC, link.key()))
                        .singleElement()
                        .satisfies(record -> assertThat(new String(
                                        record.headers()
                                                .lastHeader("traceparent")
                                                .value(),
                                        UTF_8))
                                .contains(TRACE)));
    }
}
