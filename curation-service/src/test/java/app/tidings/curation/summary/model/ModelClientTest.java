package app.tidings.curation.summary.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.curation.PageServer;
import app.tidings.curation.PageServer.Route;
import app.tidings.curation.summary.model.Answer.Busy;
import app.tidings.curation.summary.model.Answer.Refused;
import app.tidings.curation.summary.model.Answer.Said;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class ModelClientTest {

    private static final PageServer WEB = new PageServer();

    private static final Instant NOW = Instant.parse("2026-11-29T23:30:00Z");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private Answer ask(Route route, Duration timeout) {
        WEB.on("/v1/chat/completions", route);
        var settings = new ModelSettings(
                URI.create(WEB.url("/v1")), "stand-in", null, timeout, 5, 1, Duration.ofSeconds(1), Map.of());
        return new ModelClient(settings, () -> NOW, meters).ask("Sum it up.", "The article.");
    }

    private Answer ask(Route route) {
        return ask(route, Duration.ofSeconds(20));
    }

    @Test
    void asksAndCountsWhatItCost() {
        assertThat(ask(StandInModel.says("It is fast."))).isEqualTo(new Said("It is fast."));
        assertThat(meters.counter("tidings.model.calls", "outcome", "said").count())
                .isEqualTo(1);
        assertThat(meters.counter("tidings.model.tokens", "direction", "in").count())
                .isEqualTo(7);
        assertThat(meters.counter("tidings.model.tokens", "direction", "out").count())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            429 | 120                            | PT2M
            503 | 3599                           | PT59M59S
            503 | 3601                           | PT1H
            429 | Sun, 29 Nov 2026 23:45:00 GMT  | PT15M
            429 | Sun, 29 Nov 2026 23:15:00 GMT  | PT0S
            500 | soon                           | PT0S
            408 | ''                             | PT0S
            """)
    void leavesAModelAloneThatIsBusy(int status, String retryAfter, Duration wait) {
        assertThat(ask(StandInModel.fails(status, retryAfter))).isEqualTo(new Busy("status-" + status, wait));
    }

    @Test
    void doesNotAskAgainWhatIsRefused() {
        assertThat(ask(StandInModel.fails(401, ""))).isEqualTo(new Refused("status-401"));
        assertThat(ask(StandInModel.cutsOff("It is"))).isEqualTo(new Refused("cut-off"));
        assertThat(ask(StandInModel.says(""))).isEqualTo(new Refused("empty"));
        assertThat(ask(StandInModel.answers("{\"id\": \"c1\", \"choices\": [], \"created\": 1, \"model\": \"m\"}")))
                .isInstanceOf(Refused.class);
    }

    @Test
    void copesWithWhatIsNoAnswer() {
        var fault = new Busy("io", Duration.ZERO);

        assertThat(ask(StandInModel.answers("<html>It works!</html>"))).isEqualTo(fault);
        assertThat(ask(StandInModel.streamsAndBreaksOff())).isEqualTo(fault);
        assertThat(ask(StandInModel.breaksOff())).isEqualTo(fault);
    }

    @Test
    void readsAnAnswerThatComesInBits() {
        assertThat(ask(StandInModel.dribbles("It is fast.", Duration.ofMillis(1))))
                .isEqualTo(new Said("It is fast."));
    }

    @Test
    void hangsUpOnAnAnswerThatIsTooLong() {
        var sent = new AtomicLong();

        assertThat(ask(StandInModel.neverEnds(sent))).isEqualTo(new Busy("io", Duration.ZERO));
        assertThat(sent).hasValueLessThan(64L * 1024 * 1024); // what lies between the two sockets among it
    }

    @Test
    void waitsNoLongerThanItsTimeoutForTheWhole() {
        var silent = new CountDownLatch(1);
        var began = System.nanoTime();

        assertThat(ask(StandInModel.isSilent(silent), Duration.ofSeconds(1))).isEqualTo(new Busy("io", Duration.ZERO));
        assertThat(ask(StandInModel.dribbles("It is slow.", Duration.ofMillis(400)), Duration.ofSeconds(1)))
                .isEqualTo(new Busy("io", Duration.ZERO));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
        silent.countDown();
    }
}
