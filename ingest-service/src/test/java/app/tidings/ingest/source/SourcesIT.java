package app.tidings.ingest.source;

import static app.tidings.ingest.AtOnce.atOnce;
import static app.tidings.ingest.source.TestSources.NOW;
import static app.tidings.ingest.source.TestSources.aSource;
import static app.tidings.ingest.source.TestSources.unchanged;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.contracts.SourceEvent.SourceQuiet;
import app.tidings.contracts.SourceEvent.SourceRecovered;
import app.tidings.ingest.IngestTest;
import app.tidings.ingest.connector.FeedSettings;
import app.tidings.ingest.connector.RequestSettings;
import app.tidings.ingest.connector.Schedule;
import app.tidings.ingest.source.Sources.Past;
import app.tidings.ingest.source.Sources.PollResult;
import app.tidings.platform.outbox.Outbox;
import app.tidings.platform.testing.TestStore;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
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

    private static PollResult result(Source source, PollState state) {
        return new PollResult(source, state, List.of(), List.of());
    }

    @Test
    void keepFirstHasOneWinner() throws Exception {
        for (var round = 0; round < 20; round++) {
            var source = aSource();

            var results = atOnce(() -> sources.keepFirst(List.of(source)).size());

            assertThat(results).containsExactlyInAnyOrder(0, 1);
        }
    }

    @Test
    void keepFirstTellsTheNewFromTheOld() {
        var old = aSource();
        var fresh = aSource();
        sources.keepFirst(List.of(old));

        assertThat(sources.keepFirst(List.of(old, fresh))).containsExactly(fresh);
        assertThat(sources.find(fresh.id())).contains(fresh);
    }

    @Test
    void replaceIfVersionHasOneWinner() throws Exception {
        for (var round = 0; round < 20; round++) {
            var source = aSource();
            sources.keepFirst(List.of(source));

            var results = atOnce(() -> sources.replaceIfVersion(changed(source, "Changed", 7, NOW), 1));

            assertThat(results).containsExactlyInAnyOrder(true, false);
            assertThat(sources.find(source.id()).orElseThrow().version()).isEqualTo(2);
        }
    }

    @Test
    void replaceIfVersionKeepsThatAPollIsWanted() {
        var source = TestSources.dueAt(aSource(), NOW.plusSeconds(600));
        sources.keepFirst(List.of(source));

        sources.replaceIfVersion(changed(source, "Changed", 7, NOW), 1);
        assertThat(sources.find(source.id()).orElseThrow().dueAt()).isEqualTo(NOW);

        sources.askForPoll(source.id(), NOW.plusSeconds(5));
        sources.replaceIfVersion(changed(changed(source, "Changed again", 8, NOW.minusSeconds(5)), "C", 8, NOW), 2);
        assertThat(sources.find(source.id()).orElseThrow().askedAt()).isEqualTo(NOW.plusSeconds(5));
    }

    @Test
    void pollsAndPeopleDoNotOverwriteEachOther() {
        var source = aSource();
        sources.keepFirst(List.of(source));
        var state = unchanged(source, NOW).dueAt(NOW.plusSeconds(60)).under(1);

        sources.replaceIfVersion(changed(source, "Changed", 7, NOW), 1);
        sources.writeUnlessOutdated(List.of(result(source, state)));

        var standing = sources.find(source.id()).orElseThrow();
        assertThat(standing.name()).isEqualTo("Changed");
        assertThat(standing.poll()).isEqualTo(state);
    }

    @Test
    void writeUnlessOutdatedDropsWhatAnOlderLeasePolled() {
        var source = aSource();
        sources.keepFirst(List.of(source));
        var newer = unchanged(source, NOW).under(6);
        var older = unchanged(source, NOW.plusSeconds(5)).under(5);

        sources.writeUnlessOutdated(List.of(result(source, newer)));
        sources.writeUnlessOutdated(List.of(result(source, older)));

        assertThat(sources.find(source.id()).orElseThrow().poll()).isEqualTo(newer);
    }

    @Test
    void writeUnlessOutdatedDoesNotBringARemovedSourceBack() {
        var source = aSource();

        sources.writeUnlessOutdated(
                List.of(result(source, unchanged(source, NOW).under(1))));

        assertThat(sources.find(source.id())).isEmpty();
    }

    private static Source changed(Source source, String name, int minutes, Instant now) {
        var settings = SourceSettings.of(name, source.settings().connector());
        return source.changed(settings.withInterval(minutes), now);
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

        sources.keepFirst(List.of(source));

        assertThat(sources.find(source.id())).contains(source);
    }

    @Test
    void keepsEverythingThatPollsHaveShown() {
        var source = aSource();
        sources.keepFirst(List.of(source));
        var watch = new Watch(
                3L,
                7,
                new Rhythm(List.of(NOW, NOW.minusSeconds(9_000))),
                new Schedule(60, Set.of(0, 23), Set.of(DayOfWeek.SUNDAY)),
                new Watch.Move(URI.create("https://b.example/"), NOW, 2),
                new Watch.Episode(Watch.Episode.Kind.QUIET, NOW));
        var state = unchanged(source, NOW).with(watch);

        sources.writeUnlessOutdated(List.of(result(source, state)));

        assertThat(sources.find(source.id()).orElseThrow().poll()).isEqualTo(state);
    }

    @Test
    void remembersTheLastPollsEachOnceHoweverOftenTheyAreWritten() {
        var source = aSource();
        sources.keepFirst(List.of(source));

        for (var i = 0; i < 60; i++) {
            var failure = new Outcome.Failed(NOW.plusSeconds(i), "timeout", "no " + i);
            var state = source.poll().failed(failure).under(1);
            var once = new PollResult(source, state, List.of(new Past(failure, i)), List.of());
            sources.writeUnlessOutdated(List.of(once));
            sources.writeUnlessOutdated(List.of(once));
        }

        assertThat(sources.past(source.id()))
                .extracting(Past::unchangedBefore)
                .isEqualTo(IntStream.range(10, 60).boxed().toList());
        assertThat(sources.past("weekly:none")).isEmpty();
        assertThat(sources.inBuckets(List.of(source.bucket()))).hasSize(1);
    }

    @Test
    void putsBothTogetherWhereAPollIsNotWrittenBeforeTheNextOne() {
        var source = aSource();
        sources.keepFirst(List.of(source));
        var first = new Outcome.Failed(NOW, "timeout", "no");
        var second = new Outcome.Failed(NOW.plusSeconds(1), "http-500", "no");
        var earlier =
                new PollResult(source, source.poll().failed(first).under(1), List.of(new Past(first, 3)), List.of());
        var later =
                new PollResult(source, source.poll().failed(second).under(1), List.of(new Past(second, 0)), List.of());

        sources.writeUnlessOutdated(List.of(later.after(earlier)));

        assertThat(sources.past(source.id())).containsExactly(new Past(first, 3), new Past(second, 0));
        assertThat(sources.find(source.id()).orElseThrow().poll().outcome()).isEqualTo(second);
    }

    @Test
    void writesWhatIsToldWithTheStateAndOnlyWithIt() {
        var source = aSource();
        sources.keepFirst(List.of(source));
        var state = unchanged(source, NOW);
        var event = new SourceRecovered(source.id(), "weekly", 1, "A source", NOW, NOW);

        sources.writeUnlessOutdated(List.of(new PollResult(source, state.under(2), List.of(), List.of(event))));
        sources.writeUnlessOutdated(List.of(new PollResult(
                source,
                state.under(1),
                List.of(),
                List.of(new SourceQuiet(source.id(), "weekly", 2, "A", NOW, 9, NOW)))));

        var stored = collection.find(new Document("_id", source.id())).first();
        assertThat(stored)
                .extractingByKey("outbox", InstanceOfAssertFactories.map(String.class, Object.class))
                .containsOnlyKeys("source-recovered");
    }

    @Test
    void pagesInTheOrderOfIds() {
        var all = Stream.generate(TestSources::aSource).limit(5).toList();
        sources.keepFirst(all);
        var ids = all.stream().map(Source::id).sorted().toList();

        var first = sources.page("weekly", null, 3);
        var second = sources.page("weekly", first.getLast().id(), 3);

        assertThat(first).extracting(Source::id).isEqualTo(ids.subList(0, 3));
        assertThat(second).extracting(Source::id).isEqualTo(ids.subList(3, 5));
        assertThat(sources.page("daily", null, 3)).isEmpty();
    }
}
