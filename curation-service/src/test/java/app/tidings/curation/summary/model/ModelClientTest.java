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
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ModelClientTest {

    private static final PageServer WEB = new PageServer();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private Answer ask(Route route, Duration timeout) {
        WEB.on("/v1/chat/completions", route);
        var settings = new ModelSettings(
                URI.create(WEB.url("/v1")), "stand-in", null, timeout, 5, 1, Duration.ofSeconds(1), Map.of());
        return new ModelClient(settings, meters).ask("Sum it up.", "The article.");
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

    @Test
    void leavesAModelAloneThatIsBusy() {
        assertThat(ask(StandInModel.fails(429, "120"))).isEqualTo(new Busy("status-429", Duration.ofMinutes(2)));
        assertThat(ask(StandInModel.fails(500, "soon"))).isEqualTo(new Busy("status-500", Duration.ZERO));
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
        assertThat(ask(StandInModel.answers("<html>It works!</html>"))).isNotInstanceOf(Said.class);
        assertThat(ask(StandInModel.breaksOff())).isNotInstanceOf(Said.class);
        assertThat(ask(StandInModel.neverEnds())).isNotInstanceOf(Said.class);
    }

    @Test
    void waitsNoLongerThanItsTimeout() {
        var never = new CountDownLatch(1);
        try {
            var answer = ask(
                    _ -> {
                        try {
                            never.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    },
                    Duration.ofSeconds(1));

            assertThat(answer).isEqualTo(new Busy("io", Duration.ZERO));
        } finally {
            never.countDown();
        }
    }
}
