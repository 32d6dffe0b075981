package app.tidings.curation.archive.item;

import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import app.tidings.curation.archive.line.Line;
import app.tidings.curation.archive.line.Numbered.Style;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which of the numbered lines of a section are heads of items, and which are lists in their text. Numbered headings are, and then
 * nothing else is. Without them a plain line is one whatever its number, for numbers are wrong at times: a link right behind its
 * number, at the margin, in the style of the section. All others, such as words, links behind words and what is indented, are one
 * where the number goes on and no plain line has it.
 */
public final class ItemHeads {

    private static final Pattern COUNTS = Pattern.compile("^[0-9]{1,4}\\s*+[月日年号和与及到至、~-].*");
    private static final Pattern TWO_SENTENCES = Pattern.compile("。.*[\\p{L}\\p{N}]");
    private static final int LONGEST_TITLE = 120;
    private static final int LARGEST_GAP = 3;

    private final Style style;
    private final int margin;
    private final boolean anyPlain;
    private final Set<Integer> nested;
    private final Set<Integer> plainNumbers;
    private int last;
    private @Nullable Candidate listed;

    /**
     * The heads of a section in their order.
     *
     * @param sure whether they are heads by themselves; if not, they are only where each item says its address
     */
    public record Found(List<Candidate> heads, boolean sure) {}

    private ItemHeads(Style style, List<Candidate> candidates, List<Line> lines) {
        this.style = style;
        var links = candidates.stream()
                .filter(each -> each.isLinked() && each.style() == style)
                .toList();
        this.margin = (links.isEmpty() ? candidates : links)
                .stream().mapToInt(each -> each.numbered().depth()).min().orElse(0);
        this.anyPlain = links.stream().anyMatch(Candidate::isPlainLink);
        var plain = candidates.stream().filter(this::isPlain).toList();
        this.nested = NestedLists.in(plain, lines);
        this.plainNumbers = plain.stream()
                .filter(each -> !nested.contains(each.index()))
                .map(Candidate::number)
                .collect(toSet());
    }

    /**
     * Finds them.
     *
     * @param known whether the section is known to hold items; if not, there are some only where one is a plain link, a heading or bold
     */
    public static Found in(List<Line> lines, boolean known) {
        var numbered = Candidate.in(lines);
        var candidates = numbered.isEmpty() && known ? Candidate.bullets(lines) : numbered;
        var outline = outline(candidates, known);
        if (!outline.isEmpty()) {
            return new Found(outline, known || outline.getFirst().isHeading());
        }
        var heads = style(candidates)
                .map(style -> new ItemHeads(style, candidates, lines))
                .map(rule -> candidates.stream().filter(rule::takes).toList())
                .orElse(List.of());
        var some = known || heads.stream().anyMatch(each -> each.isPlainLink() || each.isHeading());
        return new Found(some ? heads : List.of(), true);
    }

    /** Headings that count from 1, or bold lines where it is not known that there are items. */
    private static List<Candidate> outline(List<Candidate> candidates, boolean known) {
        var headings = candidates.stream().filter(Candidate::isHeading).toList();
        if (counts(headings)) {
            return isInside(headings, candidates, known) || goOn(headings, candidates) ? List.of() : headings;
        }
        var bold = candidates.stream()
                .filter(each -> each.numbered().bold() && !each.isLinked())
                .toList();
        return !known && counts(bold) ? bold : List.of();
    }

    private static boolean counts(List<Candidate> outline) {
        for (var i = 1; i < outline.size(); i++) {
            if (outline.get(i).number() <= outline.get(i - 1).number()) {
                return false;
            }
        }
        return outline.size() > 1 && outline.getFirst().number() <= 1;
    }

    /**
     * Whether the headings stand in the text of an item: numbered links count from 1 before them, and, where those may be a
     * list in an introduction, go on behind them.
     */
    private static boolean isInside(List<Candidate> headings, List<Candidate> candidates, boolean known) {
        var counted = 0;
        var before = false;
        var behind = false;
        for (var each : candidates) {
            if (each.isPlainLink() && !each.isHeading() && each.number() == counted + 1) {
                counted++;
                before |= each.index() < headings.getFirst().index();
                behind = each.index() > headings.getLast().index();
            }
        }
        return before && (known || (behind && counted > headings.size()));
    }

    /** Whether the first line behind a heading has the number that no heading has: some items are headings, others not. */
    private static boolean goOn(List<Candidate> headings, List<Candidate> candidates) {
        var numbers = headings.stream().map(Candidate::number).collect(toSet());
        for (var i = 1; i < candidates.size(); i++) {
            var before = candidates.get(i - 1);
            var each = candidates.get(i);
            if (before.isHeading()
                    && each.isPlainLink()
                    && each.number() == before.number() + 1
                    && !numbers.contains(each.number())) {
                return true;
            }
        }
        return false;
    }

    /** That of most links that stand alone, or else of most; where there are none, circled, or that of the first line numbered 1. */
    private static Optional<Style> style(List<Candidate> candidates) {
        return mostUsed(candidates, Candidate::isPlainLink)
                .or(() -> mostUsed(candidates, Candidate::isLinked))
                .or(() -> candidates.stream()
                        .map(Candidate::style)
                        .filter(Style.CIRCLED::equals)
                        .findFirst())
                .or(() -> candidates.stream()
                        .filter(each -> each.number() == 1 && (each.alone() || each.isHeading()))
                        .map(Candidate::style)
                        .findFirst());
    }

    private static Optional<Style> mostUsed(List<Candidate> candidates, Predicate<Candidate> wanted) {
        return candidates.stream()
                .filter(wanted)
                .collect(groupingBy(Candidate::style, LinkedHashMap::new, toList()))
                .entrySet()
                .stream()
                .max(comparingLong((Map.Entry<Style, List<Candidate>> each) -> each.getValue().stream()
                                .filter(Candidate::alone)
                                .count())
                        .thenComparingInt(each -> each.getValue().size()))
                .map(Map.Entry::getKey);
    }

    private boolean isPlain(Candidate candidate) {
        return candidate.isLinked()
                && candidate.style() == style
                && isAtMargin(candidate)
                && !(candidate.head().led() && anyPlain);
    }

    private boolean isAtMargin(Candidate candidate) {
        return candidate.numbered().depth() <= margin + 1;
    }

    private boolean takes(Candidate candidate) {
        var taken = isPlain(candidate) ? !nested.contains(candidate.index()) : goesOn(candidate);
        last = taken ? candidate.number() : last;
        listed = taken ? null : candidate;
        return taken;
    }

    private boolean goesOn(Candidate candidate) {
        if (style == Style.CIRCLED && !candidate.isLinked()) {
            return candidate.style() == style && isAtMargin(candidate);
        }
        var gap = candidate.number() - last;
        var stands = candidate.isLinked() || (candidate.alone() && last > 0);
        return gap > 0
                && gap <= (stands ? LARGEST_GAP : 1)
                && !counts(candidate)
                && !plainNumbers.contains(candidate.number())
                && (candidate.isLinked() || isTitle(candidate));
    }

    /** Whether it is the next entry of a list in a text, which has one style and one depth. */
    private boolean counts(Candidate candidate) {
        return listed != null
                && candidate.number() == listed.number() + 1
                && candidate.style() == listed.style()
                && candidate.numbered().depth() == listed.numbered().depth();
    }

    private boolean isTitle(Candidate candidate) {
        var title = candidate.head().title();
        return isUsual(candidate.style())
                && isAtMargin(candidate)
                && (last > 0 || candidate.alone() || candidate.isHeading())
                && title.length() <= LONGEST_TITLE
                && !(anyPlain && isProse(candidate, title));
    }

    private static boolean isProse(Candidate candidate, String title) {
        return (candidate.style() == Style.COMMA && COUNTS.matcher(title).matches())
                || TWO_SENTENCES.matcher(title).find();
    }

    private boolean isUsual(Style other) {
        return other == style || other == Style.COMMA || other == Style.DOT;
    }
}
