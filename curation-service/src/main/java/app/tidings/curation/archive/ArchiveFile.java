package app.tidings.curation.archive;

import app.tidings.curation.archive.line.Heading;
import app.tidings.curation.archive.line.Line;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file of past issues: mostly one, many in a compendium.
 *
 * @param name of the file; it tells the date where nothing else does
 * @param findings what was not understood
 */
public record ArchiveFile(String name, List<PastIssue> issues, List<Finding> findings) {

    private static final Pattern NUMBER = Pattern.compile(
            "[#＃]\\s*([0-9]{1,5})|第\\s*([0-9]{1,5})\\s*期|(?:weekly|issue|vol\\.?|no\\.?|周刊|週刊)\\s*([0-9]{1,5})(?![0-9]|\\s*[季年.])",
            Pattern.CASE_INSENSITIVE);

    /** The title of an issue, and the line behind it. */
    private record Titled(String title, int line, int end) {}

    /** Reads a file in whatever characters it was saved; where they are not UTF-8, a finding says so. */
    public static ArchiveFile read(String name, byte[] bytes) {
        var text = FileText.of(bytes);
        var file = read(name, text.text());
        return new ArchiveFile(
                name,
                file.issues(),
                Stream.concat(text.findings().stream(), file.findings().stream())
                        .toList());
    }

    /** Reads a file's text, whatever is in it: what is no issue has no items, and a finding says so. */
    public static ArchiveFile read(String name, String text) {
        var lines = Line.all(text);
        var matter = FrontMatter.of(lines);
        var body = lines.subList(matter.end(), lines.size());
        var parts = Compendium.parts(body);
        var issues = parts.isEmpty()
                ? List.of(single(name, matter, body))
                : parts.stream().map(ArchiveFile::part).toList();
        return new ArchiveFile(
                name,
                issues,
                issues.stream().flatMap(issue -> Doubts.of(issue).stream()).toList());
    }

    private static PastIssue single(String name, FrontMatter matter, List<Line> body) {
        var titled = titled(matter, body);
        var date = matter.date()
                .or(() -> FrontMatter.dateIn(name))
                .or(() -> FrontMatter.dateIn(titled.title()))
                .orElse(null);
        return issue(
                titled, numberIn(titled.title()), date, matter.text("author").orElse(null), body);
    }

    private static PastIssue part(Compendium.Part part) {
        var titled = new Titled(part.title(), part.lines().getFirst().number(), 1);
        return issue(titled, part.number(), part.date(), null, part.lines());
    }

    private static PastIssue issue(
            Titled titled,
            @Nullable Integer number,
            @Nullable LocalDate date,
            @Nullable String author,
            List<Line> lines) {
        var body = ReadIssue.of(lines.subList(titled.end(), lines.size()));
        return new PastIssue(
                titled.line(),
                number,
                titled.title(),
                date,
                author,
                Language.of(titled.title(), body),
                body.intro(),
                body.sections(),
                Claims.in(body.intro().plain()));
    }

    /** That of the front matter, or else the first line of the body where it is a heading or names a number. */
    private static Titled titled(FrontMatter matter, List<Line> body) {
        var first = 0;
        while (first < body.size() && body.get(first).isBlank()) {
            first++;
        }
        var given = matter.text("title");
        var heading = first < body.size() ? ownTitle(body.get(first), given.isPresent()) : Optional.<String>empty();
        var line = heading.isPresent() ? body.get(first).number() : 1;
        return new Titled(given.or(() -> heading).orElse(""), line, heading.isPresent() ? first + 1 : 0);
    }

    private static Optional<String> ownTitle(Line line, boolean given) {
        var heading = Heading.of(line).filter(each -> each.level() == 1);
        if (heading.isPresent() || given) {
            return heading.map(_ -> Heading.title(line));
        }
        var plain = Heading.title(line);
        return numberIn(plain) == null ? Optional.empty() : Optional.of(plain);
    }

    static @Nullable Integer numberIn(String title) {
        var found = NUMBER.matcher(title);
        if (!found.find()) {
            return null;
        }
        for (var group = 1; group < 3; group++) {
            if (found.group(group) != null) {
                return Integer.valueOf(found.group(group));
            }
        }
        return Integer.valueOf(found.group(3));
    }
}
