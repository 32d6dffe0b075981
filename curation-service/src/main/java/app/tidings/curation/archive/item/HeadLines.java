package app.tidings.curation.archive.item;

import app.tidings.curation.archive.line.Head;
import app.tidings.curation.archive.line.Line;
import app.tidings.curation.archive.line.Numbered;
import app.tidings.curation.archive.line.Numbered.Style;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The lines of a section, each head of an item in one of its own: one that was broken over lines is put together, and one
 * that stands in the middle of a line, where its number goes on and something ends before it, is set apart.
 */
public final class HeadLines {

    private static final Pattern JOINT =
            Pattern.compile("(?<![0-9０-９])(?<number>[0-9]{1,3})\\\\?+\\s*+[、.．)）](?![0-9])\\s*+[*_]{0,3}\\[");
    private static final Pattern ENDED = Pattern.compile("[)）】。；;！!？?…][\\s\\u3000]{0,9}$");
    private static final Pattern IMAGES = Pattern.compile("(?:\\s*+!\\[[^\\]]*+]\\([^)\\s]*+\\)){1,20}+\\s*+");
    private static final Pattern BETWEEN = Pattern.compile("(?<![；;\\s\\u3000])[；;\\s\\u3000]++$");
    private static final Pattern WHOLE = Pattern.compile("\\[[^\\[\\]]++]\\([^()\\s]++\\)");
    private static final Pattern MARGIN = Pattern.compile("[\\s\\u3000>*_#+\\\\-]*+");
    private static final int LONGEST_BREAK = 2;
    private static final int LONGEST = 4_000;

    private final Map<Style, Set<Integer>> linked = new EnumMap<>(Style.class);
    private final Map<Style, Integer> reached = new EnumMap<>(Style.class);
    private final List<Line> lines = new ArrayList<>();
    private int last;
    private int highest;
    private int listed;

    private HeadLines() {}

    /** The lines with such heads in order. */
    public static List<Line> of(List<Line> section) {
        var whole = joined(section);
        if (whole.stream().noneMatch(HeadLines::mayHoldSome)) {
            return whole;
        }
        var apart = new HeadLines();
        whole.stream()
                .filter(line -> !line.code())
                .flatMap(line -> Numbered.of(line.text()).stream())
                .filter(numbered -> Head.of(numbered.rest()).isLinked())
                .forEach(numbered -> apart.linked
                        .computeIfAbsent(numbered.style(), _ -> new HashSet<>())
                        .add(numbered.number()));
        whole.forEach(apart::add);
        return apart.lines;
    }

    /** A line with titles is not as long as others may be. */
    private static boolean mayHoldSome(Line line) {
        if (line.code() || line.text().length() > LONGEST) {
            return false;
        }
        var joint = JOINT.matcher(line.text());
        return joint.find()
                && (!MARGIN.matcher(line.text().substring(0, joint.start())).matches() || joint.find());
    }

    /** Heads whose link ends on one of the next lines, each as one line; the others are left empty. */
    private static List<Line> joined(List<Line> section) {
        var lines = new ArrayList<Line>();
        while (lines.size() < section.size()) {
            var begin = lines.size();
            var end = endOfHead(section, begin);
            var text = section.get(begin).text();
            for (var i = begin + 1; i <= end; i++) {
                text = continued(text, section.get(i).text());
            }
            lines.add(section.get(begin).withText(text));
            for (var i = begin + 1; i <= end; i++) {
                lines.add(section.get(i).withText(""));
            }
        }
        return lines;
    }

    /** The last line of a head; that line itself where it is whole, or no head at all. */
    private static int endOfHead(List<Line> section, int begin) {
        var numbered = section.get(begin).code()
                ? Optional.<Numbered>empty()
                : Numbered.of(section.get(begin).text()).filter(found -> !isPlain(found.rest()));
        if (numbered.isEmpty()) {
            return begin;
        }
        var text = numbered.get().rest();
        if (begin + 1 < section.size() && Head.isAddress(section.get(begin + 1).text())) {
            return Head.of(text).isLinked() ? begin : begin + 1;
        }
        return text.isEmpty() || text.indexOf('[') >= 0 ? endOfLink(section, begin, text) : begin;
    }

    /** Where a link ends that begins behind the number, or below it. */
    private static int endOfLink(List<Line> section, int begin, String head) {
        var text = head;
        var most = text.isEmpty() ? 1 : LONGEST_BREAK;
        var end = begin;
        while (most > 0 && end + 1 < section.size()) {
            var next = section.get(++end);
            if (next.isBlank() && text.isEmpty()) {
                continue;
            }
            if (next.code() || next.isBlank() || Numbered.of(next.text()).isPresent()) {
                return begin;
            }
            text = continued(text, next.text());
            most--;
            if (isPlain(text)) {
                return end;
            }
        }
        return begin;
    }

    private static boolean isPlain(String rest) {
        if (WHOLE.matcher(rest).lookingAt()) {
            return true;
        }
        var head = Head.of(rest);
        return head.isLinked() && !head.led();
    }

    private static String continued(String text, String next) {
        var stripped = next.strip();
        var touches = stripped.startsWith(")") || (stripped.startsWith("(") && text.endsWith("]"));
        return touches ? text + stripped : text + " " + stripped;
    }

    private void add(Line line) {
        if (!line.code()) {
            follow(line.text());
        }
        if (!mayHoldSome(line)) {
            lines.add(line);
            return;
        }
        var begin = 0;
        var joint = JOINT.matcher(line.text());
        while (joint.find()) {
            var number = Integer.parseInt(joint.group("number"));
            var before = line.text().substring(begin, joint.start());
            if (isApart(number, style(joint.group()), before)) {
                lines.add(line.withText(BETWEEN.matcher(before).replaceFirst("")));
                begin = joint.start();
                follow(line.text().substring(begin));
            } else if (!MARGIN.matcher(before).matches()) {
                listed = number;
            }
        }
        lines.add(line.withText(line.text().substring(begin)));
    }

    private void follow(String text) {
        listed = 0;
        Numbered.of(text).ifPresent(numbered -> {
            var link = Head.of(numbered.rest()).isLinked();
            last = link || numbered.number() == last + 1 ? numbered.number() : last;
            highest = link ? Math.max(highest, numbered.number()) : highest;
            if (link) {
                reached.merge(numbered.style(), numbered.number(), Math::max);
            }
        });
    }

    private static Style style(String joint) {
        return Numbered.of(joint).map(Numbered::style).orElse(Style.BARE);
    }

    /**
     * A number that counts on in the line itself is that of a list there. Lists in another style have numbers of their own, which
     * neither take the place of this one nor keep it from going on.
     */
    private boolean isApart(int number, Style style, String before) {
        if (IMAGES.matcher(before).matches()) {
            return true;
        }
        var goesOn = number == last + 1
                || number == highest + 1
                || (reached.containsKey(style) && number == reached.get(style) + 1);
        var counts = listed > 0 && number == listed + 1;
        return goesOn
                && !counts
                && !linked.getOrDefault(style, Set.of()).contains(number)
                && ENDED.matcher(before).find();
    }
}
