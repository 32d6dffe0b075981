package app.tidings.curation.archive.item;

import app.tidings.curation.archive.line.Line;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lists of links in the text of an item that look like items: they count from 1 in the middle of a section, nothing stands between their
 * entries, and the section goes on behind them with the number that was next.
 */
final class NestedLists {

    private NestedLists() {}

    /** The indices of the lines that are entries of such lists. */
    static Set<Integer> in(List<Candidate> plain, List<Line> lines) {
        var nested = new HashSet<Integer>();
        for (var i = 1; i < plain.size(); i++) {
            if (plain.get(i).number() == 1) {
                var end = end(plain, i, lines);
                var resumes = end < plain.size()
                        && plain.get(end).number() == plain.get(i - 1).number() + 1;
                if (resumes && end > i + 1) {
                    plain.subList(i, end).forEach(entry -> nested.add(entry.index()));
                }
                i = end - 1;
            }
        }
        return nested;
    }

    private static int end(List<Candidate> plain, int begin, List<Line> lines) {
        var end = begin + 1;
        while (end < plain.size()
                && plain.get(end).number() == plain.get(end - 1).number() + 1
                && isBare(lines.subList(
                        plain.get(end - 1).index() + 1, plain.get(end).index()))) {
            end++;
        }
        return end;
    }

    private static boolean isBare(List<Line> between) {
        return between.stream().allMatch(Line::isBlank);
    }
}
