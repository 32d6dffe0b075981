package app.tidings.curation.proposal;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Naive Bayes over the presence of signs, in a bounded memory: what is likely to be of which class, and which signs say so. A class's
 * estimate for a sign is drawn towards how usual the sign is in all of them, so that a class with few examples is not one for everything unknown.
 * Not for several threads while it learns.
 */
final class Classes {

    private static final int MOST_SIGNS = 50_000;
    private static final int MOST_SPOKEN = 4;

    /** As many examples stand against one that is known. */
    private static final double PULL = 2;

    /** A sign that was seen so often counts by half: one or two examples may be chance. */
    private static final double DOUBT = 2;

    /** What is said beside the signs counts as much as a sign that is so many times as usual in its class. */
    private static final double FAVOUR = 4;

    private final Map<String, Integer> examples = new TreeMap<>();
    private final Map<String, Map<String, Integer>> seen = new HashMap<>();

    /**
     * A class with how likely it is.
     *
     * @param share from 0 to 1
     * @param spoke the signs that said so, the strongest first
     */
    record Guess(String name, double share, List<String> spoke) {}

    /** Learns of an example. */
    void add(String name, Set<String> signs) {
        if (seen.size() > MOST_SIGNS) {
            seen.values().removeIf(counts -> total(counts) == 1);
        }
        examples.merge(name, 1, Integer::sum);
        signs.stream()
                .filter(sign -> seen.size() <= MOST_SIGNS || seen.containsKey(sign))
                .forEach(sign ->
                        seen.computeIfAbsent(sign, _ -> new HashMap<>(2)).merge(name, 1, Integer::sum));
    }

    int examples() {
        return total(examples);
    }

    int examples(String name) {
        return examples.getOrDefault(name, 0);
    }

    /**
     * The likeliest class; none where nothing was learned.
     *
     * @param favoured classes that something beside the signs speaks for
     */
    Optional<Guess> guess(Set<String> signs, Collection<String> favoured) {
        var weights = new LinkedHashMap<String, Double>();
        examples.forEach((name, count) -> weights.put(
                name,
                Math.log((double) count / examples())
                        + (favoured.contains(name) ? Math.log(FAVOUR) : 0)
                        + signs.stream().mapToDouble(sign -> weight(sign, name)).sum()));
        return weights.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(best -> new Guess(
                        best.getKey(), share(best.getValue(), weights.values()), spoke(signs, best.getKey())));
    }

    private static double share(double best, Collection<Double> weights) {
        return 1
                / weights.stream()
                        .mapToDouble(weight -> Math.exp(weight - best))
                        .sum();
    }

    /** What the signs say of one class against another, as a sum of logarithms; above 0 speaks for the first. */
    double balance(Set<String> signs, String one, String other) {
        return signs.stream()
                .mapToDouble(sign -> weight(sign, one) - weight(sign, other))
                .sum();
    }

    /** The signs that speak most for the class. */
    List<String> spoke(Set<String> signs, String name) {
        return signs.stream()
                .filter(sign -> weight(sign, name) > 0)
                .sorted(Comparator.comparingDouble((String sign) -> weight(sign, name))
                        .reversed())
                .limit(MOST_SPOKEN)
                .toList();
    }

    /** A sign that nobody has seen says nothing. */
    private double weight(String sign, String name) {
        var counts = seen.get(sign);
        if (counts == null) {
            return 0;
        }
        var usual = (double) total(counts) / examples();
        var here = (counts.getOrDefault(name, 0) + PULL * usual) / (examples(name) + PULL);
        return Math.log(here / usual) * total(counts) / (total(counts) + DOUBT);
    }

    private static int total(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
