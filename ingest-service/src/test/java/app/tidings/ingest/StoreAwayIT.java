package app.tidings.ingest;

import static app.tidings.ingest.IngestTest.LONG;
import static app.tidings.ingest.SourceApi.part;
import static app.tidings.ingest.feed.TestFeeds.item;
import static app.tidings.ingest.feed.TestFeeds.rss;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tidings.platform.testing.TestStore;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;

/** The store goes away for longer than a lease and comes back. */
class StoreAwayIT {

    private static final Duration LEASE = Duration.ofSeconds(3);

    private final URI store = URI.create(TestStore.uri());
    private final Line line = new Line(store.getPort());
    private final FeedServer web = new FeedServer();

    @Test
    void requestsAreToldSoAndPollingGoesOnByItselfAfterwards() throws Exception {
        try (line;
                web;
                var service = service()) {
            var client = IngestTest.api(service);
            var sources = new SourceApi(client);
            var id = sources.add(
                    "weekly",
                    web.onFeed("/feed", rss(item("One", "https://a.example/1"))).url("/feed"));
            sources.awaitPoll(id, poll -> true);

            line.cut();
            var cutAt = Instant.now();
            client.get()
                    .uri("/api/v1/sources")
                    .exchange()
                    .expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .expectBody()
                    .jsonPath("$.detail")
                    .isEqualTo("the store does not answer; nothing was lost, try again in a moment");
            await().atMost(LONG).until(() -> Instant.now().isAfter(cutAt.plus(LEASE)));
            line.mend();

            web.onFeed("/feed", rss(item("One", "https://a.example/1"), item("Two", "https://a.example/2")));
            await().atMost(LONG).ignoreExceptions().until(() -> !sources.get(id).isEmpty());
            assertThat(part(sources.poll(id), "counts"))
                    .containsEntry("found", 1)
                    .containsEntry("known", 1);
        }
    }

    private ConfigurableApplicationContext service() {
        return IngestTest.start(
                IngestApplication.builder(),
                TestStore.freshDatabaseName(),
                "--tidings.mongo.uri=mongodb://127.0.0.1:%d/?directConnection=true".formatted(line.port()),
                "--tidings.mongo.timeout=2s",
                "--tidings.ingest.poll.lease=" + LEASE.toSeconds() + "s");
    }
}
