package app.tidings.ingest.outcome;

import static app.tidings.ingest.source.TestSources.NOW;
import static app.tidings.ingest.source.TestSources.aSource;
import static app.tidings.ingest.source.TestSources.unchanged;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.contracts.SourceEvent.SourceQuiet;
import app.tidings.contracts.SourceEvent.SourceRecovered;
import app.tidings.ingest.IngestTest;
import app.tidings.ingest.connector.HubLinks;
import app.tidings.ingest.connector.Schedule;
import app.tidings.ingest.outcome.PollResults.Past;
import app.tidings.ingest.outcome.PollResults.PollResult;
import app.tidings.ingest.source.Source;
import app.tidings.ingest.source.SourceSettings;
import app.tidings.ingest.source.Sources;
import app.tidings.ingest.source.TestSources;
import app.tidings.platform.outbox.Outbox;
import app.tidings.platform.testing.TestStore;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.net.URI;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PollResultsIT extends IngestTest {

    @Autowired
    private Outbox outbox;

    private final MongoDatabase own = TestStore.freshDatabase();
    private final MongoCollection<Document> collection = own.getCollection("sources");
    private Sources sources;
    private PollResults results;

    @BeforeEach
    void open() {
        sources = new Sources(own, outbox);
        results = new PollResults(own, outbox);
    }

    private static PollResult result(Source source, PollState state) {
        return new PollResult(source.id(), state, List.of(), List.of());
    }

    @Test
    void pollsAndPeopleDoNotOverwriteEachOther() {
        var source = aSource();
        TestSources.add(sources, source);
        var state = unchanged(source, NOW).dueAt(NOW.plusSeconds(60)).under(1);

        sources.replaceIfVersion(
                source.changed(SourceSettings.of("Changed", source.settings().connector()), NOW), 1);
        results.writeUnlessOutdated(List.of(result(source, state)));

        var standing = sources.find(source.id()).orElseThrow();
        assertThat(standing.name()).isEqualTo("Changed");
        assertThat(standing.poll()).isEqualTo(state);
    }

    @Test
    void writeUnlessOutdatedDropsWhatAnOlderLeasePolled() {
        var source = aSource();
        TestSources.add(sources, source);
        var newer = unchanged(source, NOW).under(6);
        var older = unchanged(source, NOW.plusSeconds(5)).under(5);

        results.writeUnlessOutdated(List.of(result(source, newer)));
        results.writeUnlessOutdated(List.of(result(source, older)));

        assertThat(sources.find(source.id()).orElseThrow().poll()).isEqualTo(newer);
    }

    @Test
    void writeUnlessOutdatedDoesNotBringARemovedSourceBack() {
        var source = aSource();

        results.writeUnlessOutdated(
                List.of(result(source, unchanged(source, NOW).under(1))));

        assertThat(sources.find(source.id())).isEmpty();
    }

    @Test
    void keepsEverythingThatPollsHaveShown() {
        var source = aSource();
        TestSources.add(sources, source);
        var watch = new Watch(
                3L,
                7,
                new Rhythm(List.of(NOW, NOW.minusSeconds(9_000))),
                new Schedule(60, Set.of(0, 23), Set.of(DayOfWeek.SUNDAY)),
                new Watch.Move(URI.create("https://b.example/"), NOW, 2),
                new Watch.Episode(Watch.Episode.Kind.QUIET, NOW),
                new HubLinks(List.of(URI.create("https://hub.example/")), "https://a.example/feed"));
        var state = unchanged(source, NOW).with(watch);

        results.writeUnlessOutdated(List.of(result(source, state)));

        assertThat(sources.find(source.id()).orElseThrow().poll()).isEqualTo(state);
    }

    @Test
    void remembersTheLastPollsEachOnceHoweverOftenTheyAreWritten() {
        var source = aSource();
        TestSources.add(sources, source);

        for (var i = 0; i < 60; i++) {
            var failure = new Outcome.Failed(NOW.plusSeconds(i), "timeout", "no " + i);
            var state = source.poll().failed(failure).under(1);
            var once = new PollResult(source.id(), state, List.of(new Past(failure, i)), List.of());
            results.writeUnlessOutdated(List.of(once));
            results.writeUnlessOutdated(List.of(once));
        }

        assertThat(results.past(source.id()))
                .extracting(Past::unchangedBefore)
                .isEqualTo(IntStream.range(10, 60).boxed().toList());
        assertThat(results.past("weekly:none")).isEmpty();
        assertThat(sources.inBuckets(List.of(source.bucket()))).hasSize(1);
    }

    @Test
    void putsBothTogetherWhereAPollIsNotWrittenBeforeTheNextOne() {
        var source = aSource();
        TestSources.add(sources, source);
        var first = new Outcome.Failed(NOW, "timeout", "no");
        var second = new Outcome.Failed(NOW.plusSeconds(1), "http-500", "no");
        var earlier = new PollResult(
                source.id(), source.poll().failed(first).under(1), List.of(new Past(first, 3)), List.of());
        var later = new PollResult(
                source.id(), source.poll().failed(second).under(1), List.of(new Past(second, 0)), List.of());

        results.writeUnlessOutdated(List.of(later.after(earlier)));

        assertThat(results.past(source.id())).containsExactly(new Past(first, 3), new Past(second, 0));
        assertThat(sources.find(source.id()).orElseThrow().poll().outcome()).isEqualTo(second);
    }

    @Test
    void writesWhatIsToldWithTheStateAndOnlyWithIt() {
        var source = aSource();
        TestSources.add(sources, source);
        var state = unchanged(source, NOW);
        var event = new SourceRecovered(source.id(), "weekly", 1, "A source", NOW, NOW);

        results.writeUnlessOutdated(List.of(new PollResult(source.id(), state.under(2), List.of(), List.of(event))));
        results.writeUnlessOutdated(List.of(new PollResult(
                source.id(),
                state.under(1),
                List.of(),
                List.of(new SourceQuiet(source.id(), "weekly", 2, "A", NOW, 9, NOW)))));

        var stored = collection.find(new Document("_id", source.id())).first();
        assertThat(stored)
                .extractingByKey("outbox", InstanceOfAssertFactories.map(String.class, Object.class))
                .containsOnlyKeys("source-recovered");
    }
}
