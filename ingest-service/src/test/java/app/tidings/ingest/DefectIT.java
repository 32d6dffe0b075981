package app.tidings.ingest;

import static app.tidings.ingest.IngestTest.API_TOKEN;
import static app.tidings.ingest.IngestTest.LONG;
import static app.tidings.ingest.feed.TestFeeds.item;
import static app.tidings.ingest.feed.TestFeeds.rss;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tidings.platform.testing.TestBroker;
import app.tidings.platform.testing.TestStore;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;

/** An {@link Error}, such as memory that runs out, strikes a thread that everything hangs on. */
class DefectIT {

    private final FeedServer web = new FeedServer();

    @TempDir
    Path directory;

    /** Strikes the first poll and the first sweep. */
    static class StrikingClock {

        private final Set<String> struck = ConcurrentHashMap.newKeySet();

        @Bean
        @Primary
        InstantSource strikingClock() {
            return () -> {
                var thread = Thread.currentThread().getName();
                if ((thread.equals("poll-0") || thread.startsWith("sweep-untaken")) && struck.add(thread)) {
                    throw new InternalError("of the test");
                }
                return Instant.now();
            };
        }
    }

    @Test
    void pollsAndSweepsGoOn() throws Exception {
        try (web;
                var service = service()) {
            var sources = new SourceApi(client(service));
            var struck = sources.add("weekly", feed("/one"));
            var others = IntStream.range(0, 3)
                    .mapToObj(i -> sources.add("weekly", feed("/other-" + i)))
                    .toList();

            others.forEach(id -> assertThat(sources.awaitPoll(id, each -> true)).containsEntry("type", "polled"));
            assertThat(sources.awaitPoll(struck, each -> true)).containsEntry("reason", "defect");

            var untaken = service.getBean(MongoDatabase.class).getCollection("untaken");
            untaken.insertOne(new Document("_id", "weekly:lost")
                    .append("version", 1L)
                    .append("due", new Date(0))
                    .append("waitMillis", 1L)
                    .append("n", 1L));
            await().atMost(LONG).until(() -> untaken.countDocuments(new Document("_id", "weekly:lost")) == 0);
        }
    }

    private String feed(String path) {
        return web.onFeed(path, rss(item("One", "https://a.example" + path))).url(path);
    }

    private ConfigurableApplicationContext service() throws Exception {
        var database = TestStore.freshDatabaseName();
        return IngestApplication.builder()
                .sources(StrikingClock.class)
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--spring.cloud.stream.kafka.binder.brokers=" + TestBroker.bootstrapServers(),
                        "--tidings.group=" + database,
                        // where no publication is known, sources of any may be added; other tests tell of some
                        "--spring.cloud.stream.bindings.knowPublication-in-0.consumer.auto-startup=false",
                        "--tidings.mongo.uri=" + TestStore.uri(),
                        "--tidings.mongo.database=" + database,
                        "--tidings.access.api-token-file=" + Files.writeString(directory.resolve("token"), API_TOKEN),
                        "--tidings.fetch.allowed-private=127.0.0.0/8",
                        "--tidings.ingest.untaken.sweep=200ms",
                        "--tidings.ingest.poll.in-flight=1",
                        "--tidings.ingest.poll.beat=300ms",
                        "--tidings.ingest.poll.flush=50ms",
                        "--tidings.ingest.poll.host-gap=0s",
                        "--logging.level.app.tidings=ERROR");
    }

    private static RestTestClient client(ConfigurableApplicationContext service) {
        return RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port"))
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + API_TOKEN)
                .build();
    }
}
