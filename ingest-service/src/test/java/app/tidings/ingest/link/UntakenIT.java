package app.tidings.ingest.link;

import static app.tidings.ingest.AtOnce.atOnce;
import static app.tidings.ingest.link.TestLinks.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.ingest.IngestSettings;
import app.tidings.ingest.link.Untaken.Due;
import app.tidings.ingest.link.Untaken.Open;
import app.tidings.platform.testing.TestStore;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class UntakenIT {

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private final Untaken untaken = new Untaken(TestStore.freshDatabase(), settings());

    @Test
    void isDueAfterTheFirstWaitAndThenAfterTwiceAsLongEachTime() {
        untaken.open(List.of(new Open("weekly:a", 1)), NOW);

        var first = NOW.plus(TEN_MINUTES);
        assertThat(untaken.claimDue(first.minusMillis(1), 9)).isEmpty();
        assertThat(untaken.claimDue(first, 9)).extracting(Due::linkId).containsExactly("weekly:a");

        var second = first.plus(TEN_MINUTES.multipliedBy(2));
        assertThat(untaken.claimDue(second.minusMillis(1), 9)).isEmpty();
        assertThat(untaken.claimDue(second, 9)).hasSize(1);
        assertThat(untaken.claimDue(second.plus(TEN_MINUTES.multipliedBy(4)).minusMillis(1), 9))
                .isEmpty();
    }

    @Test
    void waitsNoLongerThanTheLimit() {
        untaken.open(List.of(new Open("weekly:a", 1)), NOW);
        var now = NOW.plus(TEN_MINUTES);
        for (var i = 0; i < 20; i++) {
            assertThat(untaken.claimDue(now, 9)).hasSize(1);
            now = now.plus(Duration.ofHours(24));
        }
    }

    @Test
    void claimDueHasOneWinner() throws Exception {
        for (var round = 0; round < 20; round++) {
            untaken.open(List.of(new Open("weekly:" + round, 1)), NOW);

            var claims = atOnce(() -> untaken.claimDue(NOW.plus(TEN_MINUTES), 9).size());

            assertThat(claims).containsExactlyInAnyOrder(0, 1);
        }
    }

    @Test
    void closeUpToLeavesALaterVersionOpen() {
        untaken.open(List.of(new Open("weekly:a", 2)), NOW);

        untaken.closeUpTo("weekly:a", 1);
        assertThat(untaken.count()).isOne();

        untaken.closeUpTo("weekly:a", 2);
        assertThat(untaken.count()).isZero();
    }

    @Test
    void closeIfUnchangedLeavesWhatWasOpenedMeanwhile() {
        untaken.open(List.of(new Open("weekly:a", 1)), NOW);
        var claimed = untaken.claimDue(NOW.plus(TEN_MINUTES), 9).getFirst();
        untaken.open(List.of(new Open("weekly:a", 2)), NOW);

        untaken.closeIfUnchanged(claimed);

        assertThat(untaken.count()).isOne();
    }

    @Test
    void closeIfUnchangedClosesWhatWasClaimed() {
        untaken.open(List.of(new Open("weekly:a", 1)), NOW);

        untaken.closeIfUnchanged(untaken.claimDue(NOW.plus(TEN_MINUTES), 9).getFirst());

        assertThat(untaken.count()).isZero();
    }

    private static IngestSettings settings() {
        var poll = new IngestSettings.Poll(
                1,
                1,
                1,
                Duration.ZERO,
                Duration.ofMinutes(3),
                Duration.ofSeconds(10),
                Duration.ofSeconds(2),
                Duration.ofHours(24),
                Duration.ofMinutes(15),
                Duration.ofHours(12),
                Duration.ofHours(24));
        var untaken = new IngestSettings.Untaken(TEN_MINUTES, Duration.ofHours(24), Duration.ofMinutes(1));
        var websub = new IngestSettings.Websub(Duration.ofDays(10), Duration.ofHours(24), Duration.ofMinutes(5), 24);
        return new IngestSettings(Duration.ofMinutes(30), Duration.ofDays(30), null, poll, untaken, websub);
    }
}
