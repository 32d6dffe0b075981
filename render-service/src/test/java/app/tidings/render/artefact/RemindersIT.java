package app.tidings.render.artefact;

import static app.tidings.render.TestManuscripts.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.platform.testing.TestStore;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RemindersIT {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    private final Reminders reminders = new Reminders(TestStore.freshDatabase(), "things", LONGEST);

    @Test
    void comeDueAfterTheWaitAndNotBefore() {
        reminders.open("e", 1, NOW, MINUTE);

        assertThat(reminders.takeNextDue(NOW.plus(MINUTE).minusMillis(1))).isEmpty();
        assertThat(reminders.takeNextDue(NOW.plus(MINUTE))).contains("e");
    }

    @Test
    void waitTwiceAsLongEachTimeButNoLongerThanTheLongest() {
        reminders.open("e", 1, NOW, Duration.ofMinutes(20));
        var first = NOW.plus(Duration.ofMinutes(20));
        var second = first.plus(Duration.ofMinutes(40));
        var third = second.plus(LONGEST);

        assertThat(reminders.takeNextDue(first)).contains("e");
        assertThat(reminders.takeNextDue(second.minusMillis(1))).isEmpty();
        assertThat(reminders.takeNextDue(second)).contains("e");
        assertThat(reminders.takeNextDue(third.minusMillis(1))).isEmpty();
        assertThat(reminders.takeNextDue(third)).contains("e");
    }

    @Test
    void goOnWaitingWhenOpenedAgainAtTheSameVersion() {
        reminders.open("e", 1, NOW, MINUTE);
        reminders.open("e", 1, NOW.plus(MINUTE), MINUTE);

        assertThat(reminders.takeNextDue(NOW.plus(MINUTE))).contains("e");
    }

    @Test
    void waitAnewForALaterVersion() {
        reminders.open("e", 1, NOW, MINUTE);
        reminders.open("e", 2, NOW.plus(MINUTE), MINUTE);

        assertThat(reminders.takeNextDue(NOW.plus(MINUTE))).isEmpty();
    }

    @Test
    void endWithTheirVersionButNotWithAnEarlierOne() {
        reminders.open("e", 2, NOW, MINUTE);

        reminders.close("e", 1);
        assertThat(reminders.takeNextDue(NOW.plus(MINUTE))).contains("e");
        reminders.close("e", 2);
        assertThat(reminders.takeNextDue(NOW.plus(Duration.ofDays(1)))).isEmpty();
    }

    @Test
    void areTakenByOneOfManyAtATime() {
        reminders.open("e", 1, NOW, MINUTE);
        var taken = new AtomicInteger();

        IntStream.range(0, 8)
                .parallel()
                .forEach(_ -> reminders.takeNextDue(NOW.plus(MINUTE)).ifPresent(_ -> taken.incrementAndGet()));

        assertThat(taken).hasValue(1);
        assertThat(reminders.takeNextDue(NOW.plus(MINUTE))).isEqualTo(Optional.empty());
    }
}
