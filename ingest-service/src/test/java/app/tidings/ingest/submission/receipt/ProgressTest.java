package app.tidings.ingest.submission.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.ingest.item.Fate;
import app.tidings.ingest.submission.Submission;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final URI PAGE = URI.create("https://a.example/");
    private static final Submission SUBMISSION =
            new Submission("weekly:1", "weekly", "weekly:link", PAGE, PAGE, "T", null, null, "zh", "api", NOW);

    @Test
    void isADuplicateOnlyOfWhatWentOutBefore() {
        var before = new Fate.Published(38, Map.of(), NOW.minusMillis(1));
        var atOnce = new Fate.Published(38, Map.of(), NOW);

        assertThat(Progress.of(SUBMISSION, false, Optional.of(before))).isEqualTo(new Progress.Duplicate(38, Map.of()));
        assertThat(Progress.of(SUBMISSION, true, Optional.of(atOnce))).isEqualTo(new Progress.Published(38, Map.of()));
    }

    @Test
    void tellsTheFirstFromTheOthersWhileNothingIsDecided() {
        assertThat(Progress.of(SUBMISSION, true, Optional.empty())).isEqualTo(new Progress.Received());
        assertThat(Progress.of(SUBMISSION, false, Optional.empty())).isEqualTo(new Progress.AlreadyReceived());
    }

    @Test
    void hasAWordForEachState() {
        assertThat(Progress.WORDS)
                .containsExactlyInAnyOrder(
                        new Progress.Received().word(),
                        new Progress.AlreadyReceived().word(),
                        new Progress.Duplicate(1, Map.of()).word(),
                        new Progress.Shortlisted().word(),
                        new Progress.Placed().word(),
                        new Progress.Published(1, Map.of()).word(),
                        new Progress.Declined(null).word());
    }
}
