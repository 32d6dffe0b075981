package app.tidings.local.inspect.score;

import app.tidings.platform.address.Canonical;
import app.tidings.platform.address.CanonicalUrl;

/**
 * Judges pairs of addresses, lines of {@code kind a b rule} with tabs between: those of one page must become one canonical
 * address ({@code equal}), those of two pages must not ({@code differ}), and what is no address must be refused ({@code refuse},
 * which has no {@code b}).
 */
public record UrlScore(Tally tally) {

    private static final int FIELDS = 3;

    /** Counts a line in; a line of another form, such as the one that names the columns, is passed over. */
    public void add(String line) {
        var fields = line.split("\t", -1);
        if (fields.length < FIELDS) {
            return;
        }
        var one = canonical(fields[1]);
        var other = canonical(fields[2]);
        switch (fields[0]) {
            case "equal" -> tally.count("equal", !one.isEmpty() && one.equals(other), line);
            case "differ" -> tally.count("differ", !one.isEmpty() && !other.isEmpty() && !one.equals(other), line);
            case "refuse" -> tally.count("refuse", one.isEmpty(), line);
            default -> {
                // no pair
            }
        }
    }

    /** The canonical address of what was shown as one; empty where it is refused. */
    public static String canonical(String shown) {
        return switch (CanonicalUrl.of(shown)) {
            case Canonical.Valid(var url) -> url.toString();
            case Canonical.Refused _ -> "";
        };
    }
}
