package app.tidings.bench.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Figures as they come in, round after round, by name. */
public final class Rounds {

    private final Map<String, List<Double>> figures = new LinkedHashMap<>();

    /** Notes a figure of the round that is on. */
    public void add(String name, double figure) {
        figures.computeIfAbsent(name, _ -> new ArrayList<>()).add(figure);
    }

    /** Whether anything was noted under a name. */
    public boolean has(String name) {
        return figures.containsKey(name);
    }

    /** What a figure came to; refuses a name that nothing was noted under. */
    public Series of(String name) {
        var noted = figures.get(name);
        if (noted == null) {
            throw new IllegalArgumentException("nothing was noted as " + name);
        }
        return new Series(noted);
    }
}
