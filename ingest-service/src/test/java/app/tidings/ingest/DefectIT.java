package app.tidings.ingest;

import static app.tidings.ingest.IngestTest.LONG;
import static app.tidings.ingest.feed.TestFeeds.item;
import static app.tidings.ingest.feed.TestFeeds.rss;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tidings.platform.testing.TestStore;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** An {@link Error}, such as memory that runs out, strikes a thread that everything hangs on. */
class DefectIT {

    private final FeedServer web = new FeedServer();

    /** Strikes the first poll and the first sweep. */
    static class StrikingClock {

        private static final Set<String> VICTIMS = Set.of("poll-0", "sweep");

        private final Set<String> struck = ConcurrentHashMap.newKeySet();

        @Bean
        @Primary
        InstantSource strikingClock() {
            return () -> {
                var victim = isSweep() ? "sweep" : Thread.currentThread().getName();
                if (VICTIMS.contains(victim) && struck.add(victim)) {
                    throw new InternalError("of the test");
                }
                return Instant.now();
            };
        }

        /** It shares its thread with whatever else is done from time to time. */
        private static boolean isSweep() {
            return StackWalker.getInstance()
                    .walk(frames ->
                            frames.anyMatch(frame -> frame.getClassName().endsWith(".SweepUntaken")));
        }
    }

    @Test
    void pollsAndSweepsGoOn() {
        try (web;
                var service = service()) {
            var sources = new SourceApi(IngestTest.api(service));
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

    private static ConfigurableApplicationContext service() {
        return IngestTest.start(
                IngestApplication.builder().sources(StrikingClock.class),
                TestStore.freshDatabaseName(),
                "--tidings.mongo.uri=" + TestStore.uri(),
                "--tidings.ingest.untaken.sweep=200ms",
                "--tidings.ingest.poll.in-flight=1");
    }
}
