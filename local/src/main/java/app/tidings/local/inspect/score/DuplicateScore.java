package app.tidings.local.inspect.score;

import app.tidings.curation.duplicate.Reading;
import app.tidings.curation.duplicate.SameArticle;
import java.util.Arrays;

/**
 * Judges pairs of links, lines of {@code label address title address title note} with tabs between: which of those that are
 * taken for one article are one ({@code true}), and which that are one are found ({@code found}).
 */
public record DuplicateScore(Tally tally) {

    private static final int FIELDS = 4;

    /** Counts a line in; a line of another form, such as the one that names the columns, is passed over. */
    public void add(String line) {
        var fields = line.split("\t", -1);
        if (fields.length <= FIELDS) {
            return;
        }
        var one = isOne(Arrays.copyOfRange(fields, 1, fields.length));
        switch (fields[0]) {
            case "dup" -> {
                tally.count("found", one, line);
                if (one) {
                    tally.add("true", 1);
                }
            }
            case "not" -> {
                if (one) {
                    tally.count("true", false, line);
                }
            }
            default -> {
                // no pair
            }
        }
    }

    /** Whether two links, address and title each, lead to one article. */
    public static boolean isOne(String[] pair) {
        return pair.length >= FIELDS
                && SameArticle.judge(Reading.of(pair[0], pair[1]), Reading.of(pair[2], pair[3]))
                        .isPresent();
    }
}
