package app.tidings.notify.ledger;

import app.tidings.notify.ledger.Outcome.Delivered;
import app.tidings.notify.ledger.Outcome.Failed;
import app.tidings.notify.ledger.RowState.Ready;
import app.tidings.notify.ledger.RowState.Refused;
import app.tidings.notify.ledger.RowState.Retry;
import app.tidings.notify.ledger.RowState.Sent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What an outcome makes of its row.
 *
 * @param steps how long to wait before each further attempt; after the last the row is refused
 */
public record RetryPlan(List<Duration> steps) {

    private static final double JITTER = 0.2;

    public RetryPlan {
        steps = List.copyOf(steps);
    }

    /**
     * The row after the outcome.
     *
     * @param chance from 0 to 1, spreads retries over 20 % around their step
     */
    public Row after(Row row, Outcome outcome, Instant now, double chance) {
        return switch (outcome) {
            case Delivered delivered -> row.to(new Sent(now, delivered.reply()));
            case Failed failed ->
                switch (failed.fault()) {
                    case PERMANENT, POISON -> row.to(new Refused(failed.reason()));
                    case TRANSIENT -> putOff(row, failed.reason(), now, chance);
                    case THROTTLED -> row.to(new Ready());
                    case AMBIGUOUS -> row;
                };
        };
    }

    private Row putOff(Row row, String reason, Instant now, double chance) {
        if (row.attempts() >= steps.size()) {
            return row.attempted(new Refused("given up after %d attempts: %s".formatted(row.attempts() + 1, reason)));
        }
        var spread = 1 + JITTER * (2 * chance - 1);
        var wait = Duration.ofMillis(Math.round(steps.get(row.attempts()).toMillis() * spread));
        return row.attempted(new Retry(now.plus(wait), reason));
    }
}
