package app.tidings.ingest.source;

import static app.tidings.ingest.AtOnce.atOnce;
import static app.tidings.ingest.source.TestSources.NOW;
import static app.tidings.ingest.source.TestSources.aSource;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.ingest.source.Sources.PollResult;
import app.tidings.platform.testing.TestStore;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SourcesIT {

    private final Sources sources = new Sources(TestStore.freshDatabase());

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

            var results = atOnce(() -> sources.replaceIfVersion(source.changed("Changed", 7, NOW), 1));

            assertThat(results).containsExactlyInAnyOrder(true, false);
            assertThat(sources.find(source.id()).orElseThrow().version()).isEqualTo(2);
        }
    }

    @Test
    void replaceIfVersionKeepsThatAPollIsWanted() {
        var source = TestSources.dueAt(aSource(), NOW.plusSeconds(600));
        sources.keepFirst(List.of(source));

        sources.replaceIfVersion(source.changed("Changed", 7, NOW), 1);
        assertThat(sources.find(source.id()).orElseThrow().dueAt()).isEqualTo(NOW);

        sources.askForPoll(source.id(), NOW.plusSeconds(5));
        sources.replaceIfVersion(
                source.changed("Changed again", 8, NOW.minusSeconds(5)).changed("C", 8, NOW), 2);
        assertThat(sources.find(source.id()).orElseThrow().askedAt()).isEqualTo(NOW.plusSeconds(5));
    }

    @Test
    void pollsAndPeopleDoNotOverwriteEachOther() {
        var source = aSource();
        sources.keepFirst(List.of(source));
        var state = source.poll().unchanged(NOW).dueAt(NOW.plusSeconds(60)).under(1);

        sources.replaceIfVersion(source.changed("Changed", 7, NOW), 1);
        sources.writeUnlessOutdated(List.of(new PollResult(source, state)));

        var standing = sources.find(source.id()).orElseThrow();
        assertThat(standing.name()).isEqualTo("Changed");
        assertThat(standing.poll()).isEqualTo(state);
    }

    @Test
    void writeUnlessOutdatedDropsWhatAnOlderLeasePolled() {
        var source = aSource();
        sources.keepFirst(List.of(source));
        var newer = source.poll().unchanged(NOW).under(6);
        var older = source.poll().unchanged(NOW.plusSeconds(5)).under(5);

        sources.writeUnlessOutdated(List.of(new PollResult(source, newer)));
        sources.writeUnlessOutdated(List.of(new PollResult(source, older)));

        assertThat(sources.find(source.id()).orElseThrow().poll()).isEqualTo(newer);
    }

    @Test
    void writeUnlessOutdatedDoesNotBringARemovedSourceBack() {
        var source = aSource();

        sources.writeUnlessOutdated(
                List.of(new PollResult(source, source.poll().unchanged(NOW).under(1))));

        assertThat(sources.find(source.id())).isEmpty();
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
