package app.tidings.platform.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.platform.testing.TestStore;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandSucceededEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class DeadLettersIT {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void tellARecordFromTheOneThatHadItsPlaceBeforeTheTopicWasMadeAnew() {
        var letters = new DeadLetters(TestStore.freshDatabase());

        letters.keepFirst(aLetter(NOW));
        letters.keepFirst(aLetter(NOW));
        letters.keepFirst(aLetter(NOW.plusMillis(1)));

        assertThat(letters.page(null, 10)).hasSize(2);
    }

    @Test
    void areListedWithoutFetchingTheirValues() {
        var replies = new ArrayList<String>();
        try (var client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(TestStore.uri()))
                .addCommandListener(new CommandListener() {
                    @Override
                    public void commandSucceeded(CommandSucceededEvent event) {
                        replies.add(event.getResponse().toJson());
                    }
                })
                .build())) {
            var letters = new DeadLetters(client.getDatabase(TestStore.freshDatabaseName()));
            letters.keepFirst(aLetter(NOW));
            replies.clear();

            assertThat(letters.page(null, 10))
                    .singleElement()
                    .satisfies(letter -> assertThat(letter.bytes()).isEqualTo(3));
            assertThat(replies).singleElement().asString().contains("a reason").doesNotContain("\"value\"");
        }
    }

    @Test
    void areForgottenAfterTheirRetentionAndNotAMillisecondBefore() {
        var letters = new DeadLetters(TestStore.freshDatabase());
        var retention = Duration.ofDays(90);
        letters.keepFirst(aLetter(NOW.minus(retention)));
        letters.keepFirst(aLetter(NOW.minus(retention).minusMillis(1)));

        new ForgetDeadLetters(letters, retention, InstantSource.fixed(NOW)).run();

        assertThat(letters.page(null, 10)).extracting(DeadLetter::parkedAt).isEqualTo(List.of(NOW.minus(retention)));
    }

    /** A letter about the first record of a partition, written and parked at that moment. */
    private static ConsumerRecord<byte[], byte[]> aLetter(Instant at) {
        var failed = record("ingest.links", at);
        var headers = new RecordHeaders();
        DeadLetterHeaders.of(failed, "a reason").write(headers);
        var letter = record("curation-service.dead-letters", at);
        headers.forEach(letter.headers()::add);
        return letter;
    }

    private static ConsumerRecord<byte[], byte[]> record(String topic, Instant at) {
        return new ConsumerRecord<>(
                topic,
                0,
                0,
                at.toEpochMilli(),
                TimestampType.CREATE_TIME,
                1,
                3,
                "k".getBytes(UTF_8),
                "bad".getBytes(UTF_8),
                new RecordHeaders(),
                Optional.empty());
    }
}
