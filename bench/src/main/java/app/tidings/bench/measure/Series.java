package app.tidings.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The same figure of several rounds, in their order. Pure. */
public record Series(List<Double> values) {

    public Series {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a series has a figure");
        }
    }

    /** The smallest. */
    public double min() {
        return sorted().getFirst();
    }

    /** The middle one; between the two in the middle where there are two. */
    public double median() {
        var sorted = sorted();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /**
     * The one that no more than a share of all are above.
     *
     * @param share below it or equal to it, such as 0.95
     */
    public double at(double share) {
        return sorted().get((int) Math.ceil(share * values.size()) - 1);
    }

    /** The largest. */
    public double max() {
        return sorted().getLast();
    }

    /** Each figure by that of the same round: what moved both of them moves it little. */
    public Series to(Series limit) {
        return new Series(IntStream.range(0, Math.min(values.size(), limit.values.size()))
                .mapToObj(round -> values.get(round) / limit.values.get(round))
                .toList());
    }

    /** Each figure divided by the same number. */
    public Series by(double number) {
        return new Series(values.stream().map(value -> value / number).toList());
    }

    private List<Double> sorted() {
        var sorted = new ArrayList<>(values);
        sorted.sort(null);
        return sorted;
    }
}
