package app.tidings.local.inspect.score;

import java.io.PrintStream;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How often something was right, by measure, beside the share that is wanted. */
public final class Tally {

    /**
     * What is measured.
     *
     * @param name under which it is counted
     * @param says what it means, in a few words
     * @param wanted the least share that is right, from 0 to 1
     */
    public record Measure(String name, String says, double wanted) {}

    private static final DecimalFormatSymbols ENGLISH = DecimalFormatSymbols.getInstance(Locale.ROOT);

    private final List<Measure> measures;
    private final Map<String, Count> counts = new LinkedHashMap<>();
    private final Map<String, Set<String>> misses = new LinkedHashMap<>();

    private record Count(double right, long all) {

        double share() {
            return all == 0 ? 0 : right / all;
        }
    }

    /** Begins with nothing counted. */
    public Tally(List<Measure> measures) {
        this.measures = List.copyOf(measures);
    }

    /** Counts once how much of something is right, from 0 to 1. */
    public void add(String measure, double right) {
        counts.merge(measure, new Count(right, 1), (one, two) -> new Count(one.right + two.right, one.all + two.all));
    }

    /** Counts once, and remembers what it was where it is wrong. */
    public void count(String measure, boolean right, String what) {
        add(measure, right ? 1 : 0);
        if (!right) {
            misses.computeIfAbsent(measure, _ -> new LinkedHashSet<>()).add(what);
        }
    }

    /** The share that is right, from 0 to 1; 0 where nothing was counted. */
    public double share(String measure) {
        return counts.getOrDefault(measure, new Count(0, 0)).share();
    }

    /** Whether each measure is as good as it is wanted. */
    public boolean isReached() {
        return measures.stream().allMatch(measure -> share(measure.name) >= measure.wanted);
    }

    /** A line for each measure, then one for each thing that was wrong. */
    public void print(PrintStream out) {
        for (var measure : measures) {
            var count = counts.getOrDefault(measure.name, new Count(0, 0));
            out.println(String.format(
                    Locale.ROOT,
                    "%-11s %6.2f %% (%s/%d), wanted %s %%, %s: %s",
                    measure.name,
                    100 * count.share(),
                    new DecimalFormat("0.##", ENGLISH).format(count.right),
                    count.all,
                    new DecimalFormat("0.#", ENGLISH).format(100 * measure.wanted),
                    count.share() >= measure.wanted ? "reached" : "MISSED",
                    measure.says));
        }
        misses.forEach((measure, what) -> what.forEach(each -> out.println("  no %s: %s".formatted(measure, each))));
    }
}
