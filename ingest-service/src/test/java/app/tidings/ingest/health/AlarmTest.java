package app.tidings.ingest.health;

import static app.tidings.ingest.source.TestSources.NOW;
import static app.tidings.ingest.source.TestSources.aSource;
import static app.tidings.ingest.source.TestSources.unchanged;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.contracts.SourceEvent.SourceFailing;
import app.tidings.contracts.SourceEvent.SourceQuiet;
import app.tidings.contracts.SourceEvent.SourceRecovered;
import app.tidings.ingest.outcome.Outcome;
import app.tidings.ingest.outcome.PollState;
import app.tidings.ingest.outcome.Rhythm;
import app.tidings.ingest.source.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlarmTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final Alarm alarm = new Alarm(DAY);
    private final Source source = aSource();

    @Test
    void tellsOfAFailureOnceItHasLastedForADayAndOnlyOnce() {
        var first = failed(source.poll(), "timeout", NOW);
        var second = failed(first, "http-500", NOW.plus(DAY));

        assertThat(alarm.judge(source, second, NOW.plus(DAY).minusMillis(1)).events())
                .isEmpty();
        var told = alarm.judge(source, second, NOW.plus(DAY));

        assertThat(told.events())
                .containsExactly(new SourceFailing(
                        source.id(),
                        "weekly",
                        NOW.plus(DAY).toEpochMilli(),
                        "A source",
                        "http-500",
                        "no",
                        NOW,
                        NOW.plus(DAY)));
        assertThat(alarm.judge(source, failed(told.state(), "timeout", NOW.plus(DAY)), NOW.plus(DAY.multipliedBy(9)))
                        .events())
                .isEmpty();
    }

    @Test
    void tellsAtOnceThatASourceIsGone() {
        assertThat(alarm.judge(source, failed(source.poll(), "http-410", NOW), NOW)
                        .events())
                .singleElement()
                .isInstanceOf(SourceFailing.class);
    }

    @Test
    void tellsOnceThatItIsOver() {
        var failing =
                alarm.judge(source, failed(source.poll(), "http-410", NOW), NOW).state();
        var later = NOW.plusSeconds(9);
        var well = alarm.judge(source, unchanged(source.polled(failing), later), later);

        assertThat(well.events())
                .containsExactly(
                        new SourceRecovered(source.id(), "weekly", later.toEpochMilli(), "A source", NOW, later));
        assertThat(alarm.judge(source, well.state(), later).events()).isEmpty();
    }

    @Test
    void saysNothingOfAFailureThatPassed() {
        var failing =
                alarm.judge(source, failed(source.poll(), "timeout", NOW), NOW).state();

        assertThat(alarm.judge(source, unchanged(source.polled(failing), NOW), NOW.plus(DAY))
                        .events())
                .isEmpty();
    }

    @Test
    void tellsOnceThatASourceHasFallenOutOfItsRhythmAndThatItIsBack() {
        var daily = daily(NOW);
        var quietAt = NOW.plus(DAY.multipliedBy(4));

        assertThat(alarm.judge(source, daily, quietAt).events()).isEmpty();
        var told = alarm.judge(source, daily, quietAt.plusMillis(1));
        assertThat(told.events())
                .containsExactly(new SourceQuiet(
                        source.id(),
                        "weekly",
                        quietAt.plusMillis(2).toEpochMilli(),
                        "A source",
                        NOW,
                        24 * 60,
                        quietAt.plusMillis(1)));
        assertThat(alarm.judge(source, told.state(), quietAt.plusMillis(2)).events())
                .isEmpty();

        var again = told.state()
                .with(told.state().watch().with(daily(quietAt).watch().rhythm()));
        assertThat(alarm.judge(source, again, quietAt.plusSeconds(1)).events())
                .singleElement()
                .isInstanceOf(SourceRecovered.class);
    }

    @Test
    void saysNothingOfASourceThatHadBeenSilentWhenItWasAdded() {
        assertThat(alarm.judge(source, daily(NOW.minus(DAY.multipliedBy(4))), NOW.plus(DAY))
                        .events())
                .isEmpty();
    }

    @Test
    void tellsOfAFailureOfAQuietSourceToo() {
        var quiet =
                alarm.judge(source, daily(NOW), NOW.plus(DAY.multipliedBy(5))).state();
        var failing = failed(quiet, "timeout", NOW.plus(DAY.multipliedBy(6)));

        assertThat(alarm.judge(source, failing, NOW.plus(DAY.multipliedBy(7))).events())
                .singleElement()
                .isInstanceOf(SourceFailing.class);
    }

    private PollState daily(Instant last) {
        var days = IntStream.range(0, 9)
                .mapToObj(i -> last.minus(DAY.multipliedBy(i)))
                .toList();
        var state = unchanged(source, last);
        return state.with(state.watch().with(Rhythm.NONE.with(days, last)));
    }

    private static PollState failed(PollState before, String reason, Instant at) {
        return before.failed(new Outcome.Failed(at, reason, "no"));
    }
}
