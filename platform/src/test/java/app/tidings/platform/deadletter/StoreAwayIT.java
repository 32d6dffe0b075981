package app.tidings.platform.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tidings.platform.fixture.FixtureService;
import app.tidings.platform.testing.EmbeddedBroker;
import app.tidings.platform.testing.EmbeddedStore;
import app.tidings.platform.testing.SendRecords;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

class StoreAwayIT {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int TRIES_AFTER_WHICH_A_LISTENER_GIVES_UP_BY_ITSELF = 10;

    @Test
    void losesNoDeadLetterThatCameMeanwhile(@TempDir Path directory) {
        try (var broker = new EmbeddedBroker(directory);
                var store = new EmbeddedStore()) {
            broker.start();
            try (var service = start(broker, store)) {
                send(broker, "before");
                await().atMost(LONG)
                        .untilAsserted(() -> assertThat(kept(service)).isOne());

                store.stop();
                send(broker, "meanwhile");
                await().atMost(LONG).until(() -> failures(service) > TRIES_AFTER_WHICH_A_LISTENER_GIVES_UP_BY_ITSELF);
                store.start();

                await().atMost(LONG)
                        .untilAsserted(() -> assertThat(kept(service)).isEqualTo(2));
            }
        }
    }

    private static ConfigurableApplicationContext start(EmbeddedBroker broker, EmbeddedStore store) {
        return FixtureService.start(
                "--tidings.mongo.uri=" + store.uri(),
                "--tidings.mongo.database=away",
                "--tidings.mongo.timeout=1s",
                "--spring.cloud.stream.kafka.binder.brokers=" + broker.bootstrapServers());
    }

    /** A bad record, with a name of a header that no store can hold. */
    private static void send(EmbeddedBroker broker, String key) {
        new SendRecords(broker.bootstrapServers())
                .record("ingest.links", key, Map.of("ce_\0", "x"), "bad".getBytes(UTF_8));
    }

    private static long kept(ConfigurableApplicationContext service) {
        return service.getBean(MongoDatabase.class).getCollection("deadLetters").countDocuments();
    }

    /** How often the store could not be written to for a letter. */
    private static long failures(ConfigurableApplicationContext service) {
        return service
                .getBean(MeterRegistry.class)
                .find("spring.kafka.listener")
                .tag("name", "keepDeadLetters-0")
                .tag("result", "failure")
                .timers()
                .stream()
                .mapToLong(Timer::count)
                .sum();
    }
}
