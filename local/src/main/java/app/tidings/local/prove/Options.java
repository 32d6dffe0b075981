package app.tidings.local.prove;

import app.tidings.local.run.Refusal;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What is to be proved.
 *
 * @param kills random ones while an issue is sent
 * @param subscribers who get that issue
 * @param wipes how often all data of Kafka is wiped meanwhile
 * @param replays how often all topics are read again from their beginning afterwards
 * @param points which crash points are passed
 * @param policy {@code hold} or {@code resend}: what becomes of a mail of which nobody can know whether it was sent
 */
public record Options(int kills, int subscribers, long seed, int wipes, int replays, Points points, String policy) {

    /** Which crash points. */
    public enum Points {
        NONE,
        /** One, by the seed. */
        SHARE,
        ALL
    }

    static final String USAGE = """
            ./tidings prove [--kills N] [--subscribers M] [--seed S] [--points none|share|all]
                            [--wipes W] [--replays R] [--policy hold|resend]""";

    private static final List<String> POLICIES = List.of("hold", "resend");

    public Options {
        require(kills >= 0, "--kills is 0 or more");
        require(subscribers >= 100, "--subscribers is 100 or more");
        require(wipes >= 0 && wipes <= 2, "--wipes is 0, 1 or 2");
        require(replays >= 0, "--replays is 0 or more");
        require(POLICIES.contains(policy), "--policy is hold or resend");
    }

    /**
     * Reads the words of the command line.
     *
     * @throws Refusal telling what is wrong and how it is used
     */
    static Options of(List<String> words) {
        var left = new ArrayDeque<>(words);
        var options =
                new Options(6, 2_000, ThreadLocalRandom.current().nextLong(1_000_000), 1, 1, Points.SHARE, "hold");
        while (!left.isEmpty()) {
            options = options.with(left.poll(), left.isEmpty() ? "" : left.poll());
        }
        return options;
    }

    private Options with(String name, String value) {
        try {
            return switch (name) {
                case "--kills" ->
                    new Options(Integer.parseInt(value), subscribers, seed, wipes, replays, points, policy);
                case "--subscribers" ->
                    new Options(kills, Integer.parseInt(value), seed, wipes, replays, points, policy);
                case "--seed" -> new Options(kills, subscribers, Long.parseLong(value), wipes, replays, points, policy);
                case "--wipes" ->
                    new Options(kills, subscribers, seed, Integer.parseInt(value), replays, points, policy);
                case "--replays" ->
                    new Options(kills, subscribers, seed, wipes, Integer.parseInt(value), points, policy);
                case "--points" ->
                    new Options(
                            kills,
                            subscribers,
                            seed,
                            wipes,
                            replays,
                            Points.valueOf(value.toUpperCase(Locale.ROOT)),
                            policy);
                case "--policy" -> new Options(kills, subscribers, seed, wipes, replays, points, value);
                default -> throw new Refusal("there is no option %s:%n%s".formatted(name, USAGE));
            };
        } catch (IllegalArgumentException e) {
            throw new Refusal("%s takes something else than “%s”:%n%s".formatted(name, value, USAGE), e);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new Refusal(otherwise + "\n" + USAGE);
        }
    }

    /** The command that does the same again. */
    String command() {
        return "./tidings prove --kills %d --subscribers %d --seed %d --points %s --wipes %d --replays %d --policy %s"
                .formatted(kills, subscribers, seed, points.name().toLowerCase(Locale.ROOT), wipes, replays, policy);
    }
}
