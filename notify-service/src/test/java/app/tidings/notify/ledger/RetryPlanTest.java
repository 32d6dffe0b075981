package app.tidings.notify.ledger;

import static app.tidings.notify.ledger.TestPages.NOW;
import static app.tidings.notify.ledger.TestPages.PLAN;
import static app.tidings.notify.ledger.TestPages.delivered;
import static app.tidings.notify.ledger.TestPages.failed;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.notify.ledger.Outcome.Fault;
import app.tidings.notify.ledger.RowState.Fenced;
import app.tidings.notify.ledger.RowState.Ready;
import app.tidings.notify.ledger.RowState.Refused;
import app.tidings.notify.ledger.RowState.Retry;
import app.tidings.notify.ledger.RowState.Sent;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RetryPlanTest {

    private static final Row ROW = new Row("ada", 0, new Fenced(7));

    /** One line for each kind of fault: the table of consequences. */
    private static final Map<Fault, Row> TABLE = Map.of(
            Fault.PERMANENT, new Row("ada", 0, new Refused("because")),
            Fault.POISON, new Row("ada", 0, new Refused("because")),
            Fault.TRANSIENT, new Row("ada", 1, new Retry(NOW.plusSeconds(60), "because")),
            Fault.THROTTLED, new Row("ada", 0, new Ready()),
            Fault.AMBIGUOUS, ROW);

    @ParameterizedTest
    @EnumSource
    void hasOneConsequenceForEachFault(Fault fault) {
        assertThat(PLAN.after(ROW, failed(fault), NOW, 0.5)).isEqualTo(TABLE.get(fault));
    }

    @Test
    void settlesWhatWasDelivered() {
        assertThat(PLAN.after(ROW, delivered(), NOW, 0.5)).isEqualTo(new Row("ada", 0, new Sent(NOW, "250 ok")));
    }

    @ParameterizedTest
    @CsvSource({"0, 60", "1, 300", "2, 900"})
    void waitsLongerAtEachStep(int attempts, long seconds) {
        var row = new Row("ada", attempts, new Fenced(7));

        assertThat(PLAN.after(row, failed(Fault.TRANSIENT), NOW, 0.5))
                .isEqualTo(new Row("ada", attempts + 1, new Retry(NOW.plusSeconds(seconds), "because")));
    }

    @Test
    void refusesAfterTheLastStep() {
        var row = new Row("ada", 3, new Fenced(7));

        assertThat(PLAN.after(row, failed(Fault.TRANSIENT), NOW, 0.5).state())
                .isEqualTo(new Refused("given up after 4 attempts: because"));
    }

    @Test
    void spreadsRetriesByAFifth() {
        var waits = Stream.of(0.0, 0.5, 1.0)
                .map(chance ->
                        PLAN.after(ROW, failed(Fault.TRANSIENT), NOW, chance).state())
                .map(state -> Duration.between(NOW, ((Retry) state).at()).toSeconds());

        assertThat(waits).containsExactly(48L, 60L, 72L);
    }
}
