package app.tidings.ingest.source;

import static app.tidings.ingest.AtOnce.atOnce;
import static app.tidings.ingest.source.TestSources.NOW;
import static app.tidings.ingest.source.TestSources.aSource;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.ingest.IngestTest;
import app.tidings.ingest.connector.FeedSettings;
import app.tidings.ingest.connector.RequestSettings;
import app.tidings.platform.outbox.Outbox;
import app.tidings.platform.testing.TestStore;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SourcesIT extends IngestTest {

    @Autowired
    private Outbox outbox;

    private final MongoDatabase own = TestStore.freshDatabase();
    private final MongoCollection<Document> collection = own.getCollection("sources");
    private Sources sources;

    @BeforeEach
    void open() {
        sources = new Sources(own, outbox);
    }

    @Test
    void keepFirstHasOneWinner() throws Exception {
        for (var round = 0; round < 20; round++) {
            var source = aSource();

            var results = atOnce(() -> sources.keepFirst(List.of(source), 0).size());

            assertThat(results).containsExactlyInAnyOrder(0, 1);
        }
    }

    @Test
    void keepFirstTellsTheNewFromTheOld() {
        var old = aSource();
        var fresh = aSource();
        sources.keepFirst(List.of(old), 0);

        assertThat(sources.keepFirst(List.of(old, fresh), 0)).containsExactly(fresh);
        assertThat(sources.find(fresh.id())).contains(fresh);
    }

    @Test
    void replaceIfVersionHasOneWinner() throws Exception {
        for (var round = 0; round < 20; round++) {
            var source = aSource();
            sources.keepFirst(List.of(source), 0);

            var results = atOnce(() -> sources.replaceIfVersion(changed(source, "Changed", 7, NOW), 1));

            assertThat(results).containsExactlyInAnyOrder(true, false);
            assertThat(sources.find(source.id()).orElseThrow().version()).isEqualTo(2);
        }
    }

    @Test
    void replaceIfVersionKeepsThatAPollIsWanted() {
        var source = TestSources.dueAt(aSource(), NOW.plusSeconds(600));
        sources.keepFirst(List.of(source), 0);

        sources.replaceIfVersion(changed(source, "Changed", 7, NOW), 1);
        assertThat(sources.find(source.id()).orElseThrow().dueAt()).isEqualTo(NOW);

        sources.askForPoll(source.id(), NOW.plusSeconds(5));
        sources.replaceIfVersion(changed(changed(source, "Changed again", 8, NOW.minusSeconds(5)), "C", 8, NOW), 2);
        assertThat(sources.find(source.id()).orElseThrow().askedAt()).isEqualTo(NOW.plusSeconds(5));
    }

    @Test
    void readsWhatWasStoredWhenThereWereOnlyFeedsAndStoresItInTheNewShape() {
        var id = "weekly:0123456789abcdef01234567";
        var feed = new Document("publicationId", "weekly")
                .append("name", "潮汐")
                .append("feedUrl", "https://a.example/feed")
                .append("intervalMinutes", 45)
                .append("addedAt", Date.from(NOW));
        var poll = new Document("epoch", 3L)
                .append("dueAt", Date.from(NOW))
                .append("etag", "\"1\"")
                .append("failures", 0);
        collection.insertOne(new Document("_id", id)
                .append("v", 1)
                .append("version", 1L)
                .append("bucket", 7)
                .append("source", feed)
                .append("poll", poll));

        var old = sources.find(id).orElseThrow();
        assertThat(old.settings())
                .isEqualTo(SourceSettings.of("潮汐", FeedSettings.of("https://a.example/feed"))
                        .withInterval(45));
        assertThat(old.poll().etag()).isEqualTo("\"1\"");

        var changed = changed(old, "Changed", 7, NOW);
        assertThat(sources.replaceIfVersion(changed, 1)).isTrue();
        assertThat(sources.find(id)).contains(changed);
        assertThat(collection.find(new Document("_id", id)).first()).containsEntry("v", 2);
    }

    @Test
    void keepsEverythingThatPeopleSet() {
        var request = new RequestSettings(
                Map.of("x-api-key", "k", "accept-language", "zh"),
                "sid=1",
                "Reader/1",
                URI.create("http://p.example:1"));
        var settings = new SourceSettings(
                "N",
                FeedSettings.of("https://%s.example/".formatted(UUID.randomUUID())),
                9,
                List.of("python", "中文"),
                List.of("Tech", "Py & Co."),
                "Kai",
                "zh-Hans",
                77,
                "CC-BY-4.0",
                "two\nlines",
                request,
                new Standing.Snoozed(NOW),
                3,
                NOW.plusSeconds(1));
        var source = TestSources.aSource("weekly", settings);

        sources.keepFirst(List.of(source), 0);

        assertThat(sources.find(source.id())).contains(source);
    }

    @Test
    void pagesInTheOrderOfIds() {
        var all = Stream.generate(TestSources::aSource).limit(5).toList();
        sources.keepFirst(all, 0);
        var ids = all.stream().map(Source::id).sorted().toList();

        var first = sources.page("weekly", null, 3);
        var second = sources.page("weekly", first.getLast().id(), 3);

        assertThat(first).extracting(Source::id).isEqualTo(ids.subList(0, 3));
        assertThat(second).extracting(Source::id).isEqualTo(ids.subList(3, 5));
        assertThat(sources.page("daily", null, 3)).isEmpty();
    }

    private static Source changed(Source source, String name, int minutes, Instant now) {
        var settings = SourceSettings.of(name, source.settings().connector());
        return source.changed(settings.withInterval(minutes), now);
    }
}
