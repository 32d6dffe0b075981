package app.tidings.curation.archive;

import app.tidings.curation.archive.line.Heading;
import app.tidings.curation.archive.line.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A file of several issues, each under a heading {@code 第N期（date）} or {@code N title}, with its sections one level lower. */
final class Compendium {

    private static final Pattern NAMED = Pattern.compile("^第\\s*(?<number>[0-9]{1,5})\\s*期(?<title>.*)$");
    private static final Pattern NUMBERED = Pattern.compile(
            "^(?:[^#\\p{L}\\p{N}]|Python|潮流周刊|周刊|Weekly)*+#?\\s*+(?<number>[0-9]{1,5})(?:\\s+|[:：、.]\\s*)(?<title>\\S.*)$");

    private Compendium() {}

    /**
     * An issue of the compendium.
     *
     * @param lines with its heading as the first
     */
    record Part(int number, String title, @Nullable LocalDate date, List<Line> lines) {}

    private record Start(int index, int level, int number, String title) {}

    /** The issues of a compendium; empty where the lines are none. */
    static List<Part> parts(List<Line> lines) {
        var sections = ReadIssue.level(lines);
        var starts = starts(lines, sections);
        var parts = new ArrayList<Part>();
        for (var i = 0; i < starts.size(); i++) {
            var start = starts.get(i);
            var end = i + 1 < starts.size() ? starts.get(i + 1).index() : lines.size();
            parts.add(new Part(
                    start.number(),
                    start.title(),
                    FrontMatter.dateIn(start.title()).orElse(null),
                    lines.subList(start.index(), end)));
        }
        return parts;
    }

    /** Headings of issues are above those of sections, and have one of them below. */
    private static List<Start> starts(List<Line> lines, int sections) {
        var starts = new ArrayList<Start>();
        for (var i = 0; i < lines.size(); i++) {
            var index = i;
            Heading.of(lines.get(i))
                    .filter(heading -> heading.level() > 1 && heading.level() < sections)
                    .flatMap(heading -> start(index, heading))
                    .ifPresent(starts::add);
        }
        return starts;
    }

    private static Optional<Start> start(int index, Heading heading) {
        for (var pattern : List.of(NAMED, NUMBERED)) {
            var found = pattern.matcher(heading.name());
            if (found.matches()) {
                var number = Integer.parseInt(found.group("number"));
                return Optional.of(new Start(index, heading.level(), number, heading.name()));
            }
        }
        return Optional.empty();
    }
}
