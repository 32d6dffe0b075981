package app.tidings.notify.ledger;

import java.util.Map;
import java.util.TreeMap;

/** How many rows are in which state; the states together are all rows there are. */
public record Tally(Map<String, Long> byState) {

    public static final String OPEN = "open";

    public static final Tally NOTHING = new Tally(Map.of());

    public Tally {
        byState = Map.copyOf(byState);
    }

    static Tally of(Iterable<Row> rows) {
        var counts = new TreeMap<String, Long>();
        rows.forEach(row -> counts.merge(row.state().tally(), 1L, Long::sum));
        return new Tally(counts);
    }

    /** Both together. */
    public Tally plus(Tally other) {
        var counts = new TreeMap<>(byState);
        other.byState.forEach((state, count) -> counts.merge(state, count, Long::sum));
        return new Tally(counts);
    }

    public long open() {
        return of(OPEN);
    }

    public long of(String state) {
        return byState.getOrDefault(state, 0L);
    }

    public long total() {
        return byState.values().stream().mapToLong(Long::longValue).sum();
    }
}
