package app.tidings.local.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tidings.local.stage.Api.Refused;
import app.tidings.local.stage.Patience.GaveUp;
import app.tidings.local.stage.Patience.Look;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:30:00Z");

    private final AtomicInteger asked = new AtomicInteger();
    private final Story story = new Story(new PrintStream(OutputStream.nullOutputStream(), true, UTF_8), false);

    /** A clock that is a minute later each time that it is asked. */
    private final InstantSource hasty = () -> NOW.plus(Duration.ofMinutes(asked.getAndIncrement()));

    @Test
    void endsWithWhatWasWaitedFor() {
        var patience = new Patience(story, InstantSource.fixed(NOW), Duration.ofMinutes(5));

        assertThat(patience.<String>until(() -> new Look.Done<>("there"))).isEqualTo("there");
    }

    @Test
    void saysWhatIsMissingWhenTheTimeIsUp() {
        var patience = new Patience(story, hasty, Duration.ofMinutes(1));

        assertThatThrownBy(() -> patience.until(() -> new Look.NotYet<>("pages looked up: 3 of 36")))
                .isInstanceOf(GaveUp.class)
                .hasMessage("After 1 minutes still: pages looked up: 3 of 36.");
    }

    @Test
    void takesAStepAgainWhileItIsRefusedThatWay() {
        var patience = new Patience(story, InstantSource.fixed(NOW), Duration.ofMinutes(5));

        assertThat(patience.again(409, "somebody else wrote it", () -> refuseUntilThird(409)))
                .isEqualTo(3);
    }

    @Test
    void takesNoStepAgainThatIsRefusedForAnotherReason() {
        var patience = new Patience(story, InstantSource.fixed(NOW), Duration.ofMinutes(5));

        assertThatThrownBy(() -> patience.again(409, "somebody else wrote it", () -> refuseUntilThird(422)))
                .isInstanceOf(Refused.class);
        assertThat(asked).hasValue(1);
    }

    private int refuseUntilThird(int status) {
        if (asked.incrementAndGet() < 3) {
            throw new Refused("curation", status, "no");
        }
        return asked.get();
    }
}
