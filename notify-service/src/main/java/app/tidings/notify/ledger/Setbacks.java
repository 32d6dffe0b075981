package app.tidings.notify.ledger;

import app.tidings.notify.ledger.RowState.Refused;
import app.tidings.notify.ledger.RowState.Retry;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Why deliveries were refused or put off, each reason with its count; a bounded number of reasons, however many there are. */
public final class Setbacks {

    private static final int MOST_TOLD = 20;
    private static final int MOST_KEPT = 1000;
    private static final String OTHERS = "other reasons";

    private final Map<Key, Long> counts = new HashMap<>();

    private record Key(String state, String reason) {}

    /**
     * A reason that some deliveries share.
     *
     * @param state {@code refused}, or {@code retry} where it is tried again
     */
    public record Setback(String state, String reason, long count) {}

    /** Counts the row if something came in its way. */
    void add(Row row) {
        switch (row.state()) {
            case Refused refused -> add("refused", refused.reason());
            case Retry retry -> add("retry", retry.reason());
            default -> {}
        }
    }

    private void add(String state, String reason) {
        var key = new Key(state, reason);
        counts.merge(
                counts.size() < MOST_KEPT || counts.containsKey(key) ? key : new Key(state, OTHERS), 1L, Long::sum);
    }

    /** The most frequent first. */
    public List<Setback> told() {
        return counts.entrySet().stream()
                .map(each -> new Setback(each.getKey().state(), each.getKey().reason(), each.getValue()))
                .sorted(Comparator.comparingLong(Setback::count).reversed().thenComparing(Setback::reason))
                .limit(MOST_TOLD)
                .toList();
    }
}
