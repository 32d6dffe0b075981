package app.tidings.ingest.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.ingest.outcome.Outcome.Counts;
import app.tidings.platform.mongo.Documents;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    @Test
    void readsCountsThatWereStoredBeforeAnythingWasHeldOrStopped() {
        var stored = Map.of("entries", 9, "found", 2, "seenAgain", 1, "known", 3, "tooOld", 2, "refused", 1);

        assertThat(Documents.toRecord(stored, Counts.class)).isEqualTo(new Counts(9, 2, 1, 3, 2, 1, 0, 0));
    }
}
