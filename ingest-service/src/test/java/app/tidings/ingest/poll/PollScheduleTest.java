package app.tidings.ingest.poll;

import static app.tidings.ingest.source.TestSources.NOW;
import static app.tidings.ingest.source.TestSources.aSource;
import static app.tidings.ingest.source.TestSources.dueAt;
import static app.tidings.ingest.source.TestSources.unchanged;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.ingest.connector.ConnectorSettings;
import app.tidings.ingest.connector.FeedSettings;
import app.tidings.ingest.source.Source;
import app.tidings.ingest.source.SourceSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PollScheduleTest {

    private static final Set<Integer> ALL =
            IntStream.range(0, Source.BUCKETS).boxed().collect(Collectors.toSet());
    private static final Duration GAP = Duration.ofSeconds(1);

    private final PollSchedule schedule = new PollSchedule(1, GAP);

    @Test
    void handsOutWhatIsDueTheLongestWaitingFirst() {
        var late = dueAt(aSource(), NOW.minusSeconds(1));
        var later = dueAt(aSource(), NOW.minusSeconds(9));
        var notYet = dueAt(aSource(), NOW.plusMillis(1));
        schedule.replace(ALL, List.of(late, later, notYet));

        assertThat(schedule.next(NOW)).contains(later);
        assertThat(schedule.next(NOW)).contains(late);
        assertThat(schedule.next(NOW)).isEmpty();
        assertThat(schedule.nextAt()).isEqualTo(NOW.plusMillis(1));
        assertThat(schedule.next(NOW.plusMillis(1))).contains(notYet);
    }

    @Test
    void handsOutOneSourceOfAHostAtATimeWithAPauseAfterIt() {
        var one = dueAt(aSource("https://a.example/1"), NOW);
        var two = dueAt(aSource("https://a.example/2"), NOW.plusMillis(1));
        var other = dueAt(aSource("https://b.example/1"), NOW.plusMillis(2));
        schedule.replace(ALL, List.of(one, two, other));
        var soon = NOW.plusSeconds(5);

        assertThat(schedule.next(soon)).contains(one);
        assertThat(schedule.next(soon)).contains(other);
        assertThat(schedule.next(soon)).isEmpty();
        var end = soon.plusSeconds(20);
        schedule.done(one, one.poll(), end.plusSeconds(600), end);

        assertThat(schedule.next(end.plusMillis(999))).isEmpty();
        assertThat(schedule.next(end.plus(GAP))).contains(two);
    }

    @Test
    void allowsAHostMorePollsWhereItIsToldTo() {
        var generous = new PollSchedule(2, Duration.ZERO);
        generous.replace(
                ALL,
                Stream.of("1", "2", "3")
                        .map(path -> aSource("https://a.example/" + path))
                        .toList());

        assertThat(generous.next(NOW)).isPresent();
        assertThat(generous.next(NOW)).isPresent();
        assertThat(generous.next(NOW)).isEmpty();
    }

    @Test
    void slowsDownForAHostThatAsksForIt() {
        var generous = new PollSchedule(2, Duration.ZERO);
        var one = dueAt(arxiv("ti:ebb"), NOW);
        var two = dueAt(arxiv("ti:flood"), NOW.plusMillis(1));
        var feed = dueAt(aSource("https://export.arxiv.org/rss/cs"), NOW.plusMillis(2));
        generous.replace(ALL, List.of(one, two, feed));
        var soon = NOW.plusSeconds(5);

        assertThat(generous.next(soon)).contains(one);
        assertThat(generous.next(soon.plusSeconds(9))).isEmpty();
        var end = soon.plusSeconds(10);
        generous.done(one, one.poll(), end.plusSeconds(600), end);

        assertThat(generous.next(end.plusMillis(2_999))).isEmpty();
        assertThat(generous.next(end.plusSeconds(3))).contains(two);
        generous.done(two, two.poll(), end.plusSeconds(600), end.plusSeconds(3));
        assertThat(generous.next(end.plusMillis(5_999))).isEmpty();
        assertThat(generous.next(end.plusSeconds(6))).contains(feed);
    }

    private static Source arxiv(String query) {
        var connector =
                JsonMapper.shared().convertValue(Map.of("kind", "arxiv", "query", query), ConnectorSettings.class);
        return aSource("weekly", SourceSettings.of("Papers", connector));
    }

    @Test
    void neverHandsOutASourceThatIsUnderWay() {
        var source = dueAt(aSource(), NOW);
        schedule.replace(ALL, List.of(source));

        assertThat(schedule.next(NOW)).contains(source);
        schedule.replace(ALL, List.of(source));

        assertThat(schedule.next(NOW.plusSeconds(9))).isEmpty();
        assertThat(schedule.busy()).containsExactly(source.bucket());
    }

    @Test
    void handsASourceOutAgainWhenItIsDueAgain() {
        var source = dueAt(aSource(), NOW);
        schedule.replace(ALL, List.of(source));
        schedule.next(NOW);
        var state = unchanged(source, NOW).dueAt(NOW.plusSeconds(60));

        schedule.done(source, state, null, NOW);

        assertThat(schedule.busy()).isEmpty();
        assertThat(schedule.next(NOW.plusSeconds(59))).isEmpty();
        assertThat(schedule.next(NOW.plusSeconds(60))).contains(source.polled(state));
    }

    @Test
    void keepsAPollThatTheStoreDoesNotHaveYet() {
        var source = dueAt(aSource(), NOW);
        schedule.replace(ALL, List.of(source));
        schedule.next(NOW);
        schedule.done(source, unchanged(source, NOW).dueAt(NOW.plusSeconds(60)), null, NOW);

        schedule.replace(ALL, List.of(source));

        assertThat(schedule.next(NOW.plusSeconds(59))).isEmpty();
    }

    @Test
    void takesWhatAnotherReplicaPolledSince() {
        var source = dueAt(aSource(), NOW);
        schedule.replace(ALL, List.of(source));

        schedule.replace(ALL, List.of(source.polled(unchanged(source, NOW).dueAt(NOW.plusSeconds(60)))));

        assertThat(schedule.next(NOW.plusSeconds(59))).isEmpty();
    }

    @Test
    void letsASourceThatHasMovedWaitAtItsNewHost() {
        var source = dueAt(aSource("https://a.example/1"), NOW);
        var neighbour = dueAt(aSource("https://b.example/1"), NOW.minusSeconds(1));
        schedule.replace(ALL, List.of(source, neighbour));
        var moved = source.foundOtherwise(source.settings().withConnector(FeedSettings.of("https://b.example/2")));

        schedule.replace(ALL, List.of(moved, neighbour));

        assertThat(schedule.next(NOW)).contains(neighbour);
        assertThat(schedule.next(NOW)).isEmpty();
        schedule.done(neighbour, neighbour.poll(), NOW.plusSeconds(99), NOW);
        assertThat(schedule.next(NOW.plus(GAP))).contains(moved);
    }

    @Test
    void letsASourceThatMovesWhileItIsUnderWayWaitAtItsNewHostAfterwards() {
        var source = dueAt(aSource("https://a.example/1"), NOW);
        schedule.replace(ALL, List.of(source));
        schedule.next(NOW);
        var moved = source.foundOtherwise(source.settings().withConnector(FeedSettings.of("https://b.example/2")));

        schedule.replace(ALL, List.of(moved));
        schedule.done(source, source.poll(), NOW, NOW);

        assertThat(schedule.busy()).isEmpty();
        assertThat(schedule.next(NOW)).contains(moved);
        schedule.done(moved, moved.poll(), NOW, NOW);
        assertThat(schedule.next(NOW.plus(GAP))).contains(moved);
    }

    @Test
    void forgetsWhatWasRemovedEvenWhileItIsUnderWay() {
        var source = dueAt(aSource(), NOW);
        schedule.replace(ALL, List.of(source));
        schedule.next(NOW);

        schedule.replace(ALL, List.of());
        assertThat(schedule.busy()).containsExactly(source.bucket());
        schedule.done(source, source.poll().dueAt(NOW), null, NOW);

        assertThat(schedule.size()).isZero();
        assertThat(schedule.busy()).isEmpty();
        assertThat(schedule.next(Instant.MAX.minusSeconds(9))).isEmpty();
    }

    @Test
    void forgetsLostBucketsAlone() {
        var one = dueAt(aSource(), NOW);
        var other = Stream.generate(() -> dueAt(aSource(), NOW))
                .filter(each -> each.bucket() != one.bucket())
                .findFirst()
                .orElseThrow();
        schedule.replace(ALL, List.of(one, other));

        schedule.forget(Set.of(one.bucket()));

        assertThat(schedule.next(NOW)).contains(other);
        assertThat(schedule.next(NOW)).isEmpty();
    }

    @Test
    void doesNotHandOutASecondTimeWhatCameBackWhileItWasUnderWay() {
        var source = dueAt(aSource(), NOW);
        schedule.replace(ALL, List.of(source));
        schedule.next(NOW);

        schedule.forget(ALL);
        schedule.replace(ALL, List.of(source));

        assertThat(schedule.next(NOW.plusSeconds(9))).isEmpty();
        schedule.done(source, source.poll(), null, NOW.plusSeconds(9));
        assertThat(schedule.next(NOW.plusSeconds(10))).contains(source);
    }

    @Test
    void servesManySourcesOfOneHostInTurn() {
        var many = IntStream.range(0, 20_000)
                .mapToObj(i -> dueAt(aSource("https://a.example/" + i), NOW))
                .toList();
        schedule.replace(ALL, many);
        var served = new HashSet<String>();
        var now = NOW;
        for (var next = schedule.next(now); next.isPresent(); next = schedule.next(now)) {
            served.add(next.get().id());
            schedule.done(next.get(), next.get().poll(), NOW.plus(Duration.ofDays(30)), now);
            now = now.plus(GAP);
        }

        assertThat(served).hasSize(20_000);
    }
}
