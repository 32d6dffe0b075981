package app.tidings.render.artefact;

import static app.tidings.render.TestManuscripts.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.platform.testing.TestStore;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UntakenIT {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private final Untaken untaken = new Untaken(TestStore.freshDatabase());

    @Test
    void comeDueAfterTheWaitAndNotBefore() {
        untaken.open("e", 1, NOW, MINUTE);

        assertThat(untaken.takeNextDue(NOW.plus(MINUTE).minusMillis(1))).isEmpty();
        assertThat(untaken.takeNextDue(NOW.plus(MINUTE))).contains("e");
    }

    @Test
    void waitTwiceAsLongEachTimeButNoLongerThanAnHour() {
        untaken.open("e", 1, NOW, Duration.ofMinutes(20));
        var first = NOW.plus(Duration.ofMinutes(20));
        var second = first.plus(Duration.ofMinutes(40));
        var third = second.plus(Duration.ofHours(1));

        assertThat(untaken.takeNextDue(first)).contains("e");
        assertThat(untaken.takeNextDue(second.minusMillis(1))).isEmpty();
        assertThat(untaken.takeNextDue(second)).contains("e");
        assertThat(untaken.takeNextDue(third.minusMillis(1))).isEmpty();
        assertThat(untaken.takeNextDue(third)).contains("e");
    }

    @Test
    void goOnWaitingWhenOpenedAgainAtTheSameVersion() {
        untaken.open("e", 1, NOW, MINUTE);
        untaken.open("e", 1, NOW.plus(MINUTE), MINUTE);

        assertThat(untaken.takeNextDue(NOW.plus(MINUTE))).contains("e");
    }

    @Test
    void waitAnewForALaterVersion() {
        untaken.open("e", 1, NOW, MINUTE);
        untaken.open("e", 2, NOW.plus(MINUTE), MINUTE);

        assertThat(untaken.takeNextDue(NOW.plus(MINUTE))).isEmpty();
    }

    @Test
    void endWhenTheirVersionIsTakenButNotByAnEarlierOne() {
        untaken.open("e", 2, NOW, MINUTE);

        untaken.close("e", 1);
        assertThat(untaken.takeNextDue(NOW.plus(MINUTE))).contains("e");
        untaken.close("e", 2);
        assertThat(untaken.takeNextDue(NOW.plus(Duration.ofDays(1)))).isEmpty();
    }

    @Test
    void areTakenByOneOfManyAtATime() {
        untaken.open("e", 1, NOW, MINUTE);
        var taken = new AtomicInteger();

        IntStream.range(0, 8)
                .parallel()
                .forEach(_ -> untaken.takeNextDue(NOW.plus(MINUTE)).ifPresent(_ -> taken.incrementAndGet()));

        assertThat(taken).hasValue(1);
        assertThat(untaken.takeNextDue(NOW.plus(MINUTE))).isEqualTo(Optional.empty());
    }
}
