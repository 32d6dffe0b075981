package app.tidings.ingest.imports;

import static app.tidings.ingest.feed.TestFeeds.item;
import static app.tidings.ingest.feed.TestFeeds.rss;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tidings.ingest.FeedServer;
import app.tidings.ingest.IngestApplication;
import app.tidings.ingest.IngestTest;
import app.tidings.ingest.Line;
import app.tidings.ingest.opml.OpmlApi;
import app.tidings.platform.testing.TestStore;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Lists as whole services take them. */
class ImportReplicasIT {

    private static final Duration GAP = Duration.ofMillis(200);

    private final String database = TestStore.freshDatabaseName();

    private static ConfigurableApplicationContext replica(String database, String... more) {
        return IngestTest.start(IngestApplication.builder(), database, more);
    }

    /** To the store, a replica whose line is cut is as good as killed. */
    @Test
    void goesOnWhereAKilledReplicaStopped() throws Exception {
        var list = IntStream.range(0, 8_000)
                .mapToObj("<outline text='F%1$d' xmlUrl='http://10.0.0.1/%1$d'/>"::formatted)
                .collect(Collectors.joining("", "<opml><body>", "</body></opml>"));
        var imports = TestStore.client().getDatabase(database).getCollection("imports");
        try (var line = new Line(URI.create(TestStore.uri()).getPort());
                var killed = replica(
                        database,
                        "--tidings.mongo.uri=mongodb://127.0.0.1:%d/?directConnection=true".formatted(line.port()),
                        "--tidings.mongo.timeout=2s")) {
            var id = new OpmlApi(IngestTest.api(killed)).begin("weekly", list);
            await().atMost(IngestTest.LONG)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> next(imports.find().first()) > 0);
            line.cut();
            assertThat(next(imports.find().first())).isLessThan(8_000 / Import.PART);

            try (var heir = replica(database, "--tidings.mongo.uri=" + TestStore.uri())) {
                var report = new OpmlApi(IngestTest.api(heir)).awaitEnd(id);
                assertThat(report).containsEntry("added", 8_000).containsEntry("alreadyThere", 0);
                var store = TestStore.client().getDatabase(database);
                assertThat(store.getCollection("sources").countDocuments()).isEqualTo(8_000);
                await().atMost(IngestTest.LONG)
                        .until(() -> store.getCollection("importJobs").countDocuments() == 0);
                assertThat(store.getCollection("importParts").countDocuments()).isZero();
            }
        }
    }

    private static int next(@Nullable Document stored) {
        return stored == null ? 0 : stored.get("import", Document.class).getInteger("next");
    }

    @Test
    void asksTheHostOfManyNewSourcesNoOftenerThanAnyOther() {
        var begins = new CopyOnWriteArrayList<Long>();
        var ends = new CopyOnWriteArrayList<Long>();
        try (var web = new FeedServer();
                var service = replica(
                        database,
                        "--tidings.mongo.uri=" + TestStore.uri(),
                        "--tidings.ingest.poll.host-gap=" + GAP.toMillis() + "ms")) {
            for (var i = 0; i < 20; i++) {
                var feed = rss(item("One", "https://a.example/" + i));
                web.on("/" + i, exchange -> {
                    begins.add(System.nanoTime());
                    FeedServer.say(exchange, 200, feed);
                    ends.add(System.nanoTime());
                });
            }
            var list = IntStream.range(0, 20)
                    .mapToObj(i -> "<outline xmlUrl='%s'/>".formatted(web.url("/" + i)))
                    .collect(Collectors.joining("", "<opml><body>", "</body></opml>"));

            assertThat(new OpmlApi(IngestTest.api(service)).run("weekly", list)).containsEntry("added", 20);

            await().atMost(IngestTest.LONG).until(() -> ends.size() == 20);
        }
        var pauses = IntStream.range(1, 20)
                .mapToObj(i -> Duration.ofNanos(begins.get(i) - begins.get(i - 1)))
                .toList();
        assertThat(pauses).allMatch(pause -> pause.compareTo(GAP) >= 0);
        assertThat(IntStream.range(1, 20)).allMatch(i -> begins.get(i) > ends.get(i - 1));
        assertThat(List.copyOf(begins)).hasSize(20);
    }
}
