package app.tidings.ingest.poll;

import static app.tidings.ingest.IngestTest.LONG;
import static app.tidings.ingest.feed.TestFeeds.item;
import static app.tidings.ingest.feed.TestFeeds.rss;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tidings.ingest.FeedServer;
import app.tidings.ingest.IngestApplication;
import app.tidings.ingest.IngestTest;
import app.tidings.ingest.Line;
import app.tidings.ingest.SourceApi;
import app.tidings.platform.testing.TestStore;
import java.net.URI;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Whole services over one store, as they run beside each other. */
class ReplicasIT {

    private static final int FEEDS = 60;

    private final String database = TestStore.freshDatabaseName();
    private final FeedServer web = new FeedServer();

    @Test
    void shareTheSourcesAndNeverBothPollOne() {
        try (web;
                var stays = replica()) {
            var leaves = replica();
            awaitShares(2);

            var ids = addAll(api(leaves));
            awaitRequests(1);
            ids.forEach(api(stays)::pollNow);
            awaitRequests(2);

            leaves.close();
            awaitShares(1);
            ids.forEach(api(stays)::pollNow);
            awaitRequests(3);
        }
    }

    /** To the store, a replica whose line is cut is as good as killed: it neither renews nor gives back. */
    @Test
    void loseNoSourceAndPollNoneTwiceWhenOneOfThreeIsKilled() throws Exception {
        var line = new Line(URI.create(TestStore.uri()).getPort());
        try (web;
                line;
                var one = replica();
                var two = replica();
                var killed = replica(line)) {
            awaitShares(3);
            var ids = addAll(api(killed));
            awaitRequests(1);

            line.cut();
            ids.forEach(id -> api(id.hashCode() % 2 == 0 ? one : two).pollNow(id));
            awaitRequests(2);
            awaitShares(2);

            line.mend();
            awaitShares(3);
            ids.forEach(api(one)::pollNow);
            awaitRequests(3);
        }
    }

    private List<String> addAll(SourceApi sources) {
        return IntStream.range(0, FEEDS)
                .mapToObj(i -> sources.add(
                        "weekly",
                        web.onFeed("/" + i, rss(item("One", "https://a.example/" + i)))
                                .url("/" + i)))
                .toList();
    }

    /** Each feed was asked for so many times: had both replicas polled it, it would be more. */
    private void awaitRequests(int each) {
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(IntStream.range(0, FEEDS)
                                .map(i -> web.requests("/" + i).size()))
                        .containsOnly(each));
        var store = TestStore.client().getDatabase(database).getCollection("sources");
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(store.find())
                        .allSatisfy(
                                source -> assertThat(source.getEmbedded(List.of("poll", "outcome", "at"), Date.class))
                                        .isAfterOrEqualTo(source.get("askedAt", new Date(0)))));
    }

    private void awaitShares(int replicas) {
        var buckets = TestStore.client().getDatabase(database).getCollection("buckets");
        await().atMost(LONG).untilAsserted(() -> {
            var now = new Date();
            Map<String, Long> shares = buckets.find().into(new ArrayList<>()).stream()
                    .filter(bucket -> bucket.getDate("until").after(now))
                    .collect(Collectors.groupingBy(bucket -> bucket.getString("owner"), Collectors.counting()));
            assertThat(shares).hasSize(replicas);
            assertThat(shares.values()).allMatch(share -> share <= Math.ceilDiv(256, replicas));
            assertThat(shares.values().stream().mapToLong(each -> each).sum()).isEqualTo(256);
        });
    }

    private ConfigurableApplicationContext replica() {
        return replica(TestStore.uri());
    }

    private ConfigurableApplicationContext replica(Line line) {
        return replica("mongodb://127.0.0.1:%d/?directConnection=true".formatted(line.port()));
    }

    private ConfigurableApplicationContext replica(String store) {
        return IngestTest.start(
                IngestApplication.builder(),
                database,
                "--tidings.mongo.uri=" + store,
                "--tidings.mongo.timeout=2s",
                "--tidings.fetch.per-host=32",
                "--tidings.ingest.poll.lease=6s",
                "--tidings.ingest.poll.per-host=32");
    }

    private static SourceApi api(ConfigurableApplicationContext replica) {
        return new SourceApi(IngestTest.api(replica));
    }
}
