package app.tidings.ingest;

import static app.tidings.ingest.IngestTest.API_TOKEN;
import static app.tidings.ingest.IngestTest.LONG;
import static app.tidings.ingest.SourceApi.part;
import static app.tidings.ingest.feed.TestFeeds.item;
import static app.tidings.ingest.feed.TestFeeds.rss;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tidings.platform.testing.TestBroker;
import app.tidings.platform.testing.TestStore;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The store goes away for longer than a lease and comes back. */
class StoreAwayIT {

    private static final Duration LEASE = Duration.ofSeconds(3);

    private final URI store = URI.create(TestStore.uri());
    private final Line line = new Line(store.getPort());
    private final FeedServer web = new FeedServer();

    @TempDir
    Path directory;

    @Test
    void requestsAreToldSoAndPollingGoesOnByItselfAfterwards() throws Exception {
        try (line;
                web;
                var service = service()) {
            var client = client(service);
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

    private ConfigurableApplicationContext service() throws Exception {
        var database = TestStore.freshDatabaseName();
        return IngestApplication.builder()
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--spring.cloud.stream.kafka.binder.brokers=" + TestBroker.bootstrapServers(),
                        "--tidings.group=" + database,
                        "--tidings.mongo.uri=mongodb://127.0.0.1:%d/?directConnection=true".formatted(line.port()),
                        "--tidings.mongo.database=" + database,
                        "--tidings.mongo.timeout=2s",
                        "--tidings.access.api-token-file=" + Files.writeString(directory.resolve("token"), API_TOKEN),
                        "--tidings.fetch.allowed-private=127.0.0.0/8",
                        "--tidings.ingest.poll.lease=" + LEASE.toSeconds() + "s",
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
