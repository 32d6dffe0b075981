package app.tidings.curation.archive;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import app.tidings.curation.archive.line.Head;
import app.tidings.curation.archive.line.Line;
import app.tidings.curation.archive.line.Numbered;
import app.tidings.curation.archive.line.Numbered.Style;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which of the numbered lines of a section are heads of items, and which are lists in their text. All heads of a section are numbered in
 * one style; a link there is a head whatever its number, for numbers are wrong at times; words alone are one where the number
 * is the next, and no link has it.
 */
final class ItemHeads {

    private static final Pattern BEHIND_IMAGE =
            Pattern.compile("^(\\s*!\\[[^\\]]*]\\([^)\\s]*\\))\\s*([0-9]{1,3}\\s*[、.．]\\s*\\[.*)$");
    private static final int LONGEST_TITLE = 120;

    private final Style style;
    private final Set<Integer> linked;
    private int last;
    private int listed;

    /**
     * A line that may be a head.
     *
     * @param index of the line in the section
     * @param alone whether blank lines part it from what is before and behind
     */
    record Candidate(int index, Numbered numbered, Head head, boolean alone) {

        private Style style() {
            return numbered.style();
        }

        private int number() {
            return numbered.number();
        }
    }

    private ItemHeads(Style style, Set<Integer> linked) {
        this.style = style;
        this.linked = linked;
    }

    /** The lines, with a head that stands behind an image on a line of its own. */
    static List<Line> apart(List<Line> lines) {
        return lines.stream()
                .flatMap(line -> {
                    var joined = BEHIND_IMAGE.matcher(line.text());
                    return line.code() || !joined.matches()
                            ? Stream.of(line)
                            : Stream.of(line.withText(joined.group(1)), line.withText(joined.group(2)));
                })
                .toList();
    }

    /**
     * The heads in their order.
     *
     * @param sure whether the section is known to hold items; if not, there are some only where one is a link or a heading
     */
    static List<Candidate> in(List<Line> lines, boolean sure) {
        var candidates = candidates(lines);
        if (candidates.isEmpty() && sure) {
            candidates = bullets(lines);
        }
        var style = style(candidates);
        if (style.isEmpty()) {
            return List.of();
        }
        var linked = candidates.stream()
                .filter(each -> each.head().isLinked())
                .map(Candidate::number)
                .collect(toSet());
        var rule = new ItemHeads(style.get(), linked);
        var heads = candidates.stream().filter(rule::takes).toList();
        return sure || heads.stream().anyMatch(ItemHeads::isSure) ? heads : List.of();
    }

    private static boolean isSure(Candidate head) {
        return head.head().isLinked() || head.numbered().heading();
    }

    private static List<Candidate> candidates(List<Line> lines) {
        return IntStream.range(0, lines.size())
                .filter(i -> !lines.get(i).code())
                .boxed()
                .flatMap(i -> Numbered.of(lines.get(i).text()).map(found -> candidate(lines, i, found)).stream())
                .filter(candidate -> !candidate.head().title().isEmpty())
                .toList();
    }

    private static List<Candidate> bullets(List<Line> lines) {
        var found = new ArrayList<Candidate>();
        for (var i = 0; i < lines.size(); i++) {
            var index = i;
            if (!lines.get(i).code()) {
                Numbered.bullet(lines.get(i).text(), found.size() + 1)
                        .map(bullet -> candidate(lines, index, bullet))
                        .filter(bullet -> bullet.head().isLinked())
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private static Candidate candidate(List<Line> lines, int index, Numbered numbered) {
        var alone = (index == 0 || lines.get(index - 1).isBlank())
                && (index + 1 == lines.size() || lines.get(index + 1).isBlank());
        return new Candidate(index, numbered, Head.of(numbered.rest()), alone);
    }

    /** That of most links; where there are none, circled numbers, or else that of the first line numbered 1. */
    private static Optional<Style> style(List<Candidate> candidates) {
        return candidates.stream()
                .filter(each -> each.head().isLinked())
                .collect(groupingBy(Candidate::style, LinkedHashMap::new, counting()))
                .entrySet()
                .stream()
                .max(Comparator.comparing(Map.Entry<Style, Long>::getValue))
                .map(Map.Entry::getKey)
                .or(() -> candidates.stream()
                        .map(Candidate::style)
                        .filter(Style.CIRCLED::equals)
                        .findFirst())
                .or(() -> candidates.stream()
                        .filter(each -> each.number() == 1
                                && (each.alone() || each.numbered().heading()))
                        .map(Candidate::style)
                        .findFirst());
    }

    private boolean takes(Candidate candidate) {
        var taken = candidate.head().isLinked() ? takesLink(candidate) : takesWords(candidate);
        last = taken ? candidate.number() : last;
        listed = taken ? 0 : candidate.number();
        return taken;
    }

    private boolean takesLink(Candidate candidate) {
        return candidate.style() == style || (candidate.number() == last + 1 && !continuesList(candidate));
    }

    private boolean takesWords(Candidate candidate) {
        if (style == Style.CIRCLED) {
            return candidate.style() == style;
        }
        return isUsual(candidate.style())
                && candidate.number() == last + 1
                && !continuesList(candidate)
                && !linked.contains(candidate.number())
                && (last > 0 || candidate.alone() || candidate.numbered().heading())
                && candidate.head().title().length() <= LONGEST_TITLE;
    }

    private boolean isUsual(Style other) {
        return other == style || other == Style.COMMA || other == Style.DOT;
    }

    private boolean continuesList(Candidate candidate) {
        return listed > 0 && candidate.number() == listed + 1;
    }
}
