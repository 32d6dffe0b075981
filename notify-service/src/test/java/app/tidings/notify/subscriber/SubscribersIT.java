package app.tidings.notify.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.notify.subscriber.Subscriber.Kind;
import app.tidings.notify.subscriber.Subscriber.Mailing;
import app.tidings.notify.subscriber.Subscription.Consent;
import app.tidings.platform.testing.TestStore;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubscribersIT {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final EmailAddress ADA = EmailAddress.of("ada@example.org");

    private final MongoDatabase database = TestStore.freshDatabase();
    private Subscribers subscribers;

    @BeforeEach
    void make(@TempDir Path directory) throws Exception {
        var secret = Files.writeString(directory.resolve("secret"), "s".repeat(32));
        subscribers = new Subscribers(database, AddressKeys.fromFile(secret));
    }

    @Test
    void keepsOneSubscriberForAnAddressThatManySignUpAtOnce() throws Exception {
        var spellings = List.of("ada@example.org", "ADA@example.org", "Ada@EXAMPLE.org");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, 24)
                    .<Callable<Subscriber>>mapToObj(
                            i -> () -> subscribers.keepFirst(EmailAddress.of(spellings.get(i % 3)), NOW))
                    .toList();
            var kept = threads.invokeAll(calls).stream().map(Future::resultNow).toList();

            assertThat(kept)
                    .extracting(Subscriber::id)
                    .containsOnly(kept.getFirst().id());
        }
        assertThat(database.getCollection("subscribers").countDocuments()).isOne();
    }

    @Test
    void readsASubscriberAsItWasWritten() {
        var read = subscribers.keepFirst(ADA, NOW);
        var consent = new Consent(NOW, "mail", "0123");
        var changed = read.owed(new Mailing(Kind.CONFIRM, "weekly", "zh"), NOW)
                .with(Map.of(
                        "weekly",
                        new Subscription(
                                Subscription.State.CONFIRMED, "zh", true, 0, consent, Map.of("zh", 3, "zh-Hant", 1))));

        assertThat(subscribers.replaceIfVersion(read, changed)).isTrue();

        assertThat(subscribers.find(read.id()).orElseThrow())
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(changed);
    }

    @Test
    void writesOnlyOverWhatItRead() {
        var read = subscribers.keepFirst(ADA, NOW);
        var mailing = new Mailing(Kind.CONFIRM, "weekly", "zh");

        assertThat(subscribers.replaceIfVersion(read, read.owed(mailing, NOW))).isTrue();
        assertThat(subscribers.replaceIfVersion(read, read.owed(mailing, NOW))).isFalse();

        assertThat(subscribers.find(read.id()).orElseThrow().mailings().count()).isOne();
    }

    @Test
    void findsThoseThatExist() {
        var ada = subscribers.keepFirst(ADA, NOW);

        assertThat(subscribers.findAll(List.of(ada.id(), "nobody"))).containsOnlyKeys(ada.id());
    }

    @Test
    void keepsTheAddressItselfInOnePlaceOnly() {
        subscribers.keepFirst(ADA, NOW);

        assertThat(database.getCollection("addresses").find())
                .singleElement()
                .satisfies(entry -> assertThat(entry.toJson()).doesNotContain("ada", "example"));
    }
}
