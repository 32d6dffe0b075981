package app.tidings.local.archive;

import app.tidings.curation.archive.ArchiveFile;
import app.tidings.curation.archive.PastIssue;
import app.tidings.curation.archive.PastIssue.Item;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What was read, for people: a line for each issue, what was not understood by file and line, and the sums. */
final class ArchiveReport {

    private ArchiveReport() {}

    static void print(List<ArchiveFile> files, PrintStream out) {
        files.forEach(file -> file.issues().forEach(issue -> out.println(line(file, issue))));
        var doubtful = files.stream().filter(file -> !file.findings().isEmpty()).toList();
        if (!doubtful.isEmpty()) {
            out.println();
            out.println("To be looked at:");
        }
        doubtful.forEach(file -> file.findings().stream()
                .map(each -> "  %s:%d: %s".formatted(file.name(), each.line(), each.message()))
                .forEach(out::println));
        out.println();
        out.println(sums(files));
    }

    private static String line(ArchiveFile file, PastIssue issue) {
        var sections = issue.sections().stream()
                .filter(PastIssue.Section::hasItems)
                .map(section -> "%s %d"
                        .formatted(
                                section.name().isEmpty() ? "(no heading)" : section.name(),
                                section.items().size()))
                .collect(Collectors.joining(", "));
        return "%s  #%s  %s  %s  %s: %s"
                .formatted(
                        file.name(),
                        issue.number() == null ? "?" : issue.number(),
                        issue.date() == null ? "no date" : issue.date(),
                        issue.language(),
                        issue.format().name().toLowerCase(Locale.ROOT),
                        sections.isEmpty() ? "no items" : sections);
    }

    private static String sums(List<ArchiveFile> files) {
        var issues = files.stream().flatMap(file -> file.issues().stream()).toList();
        var items = issues.stream().flatMap(PastIssue::items).toList();
        return "%d files, %d issues, %d items (%d without an address, %d withdrawn, %d with a contributor), %d things to be looked at"
                .formatted(
                        files.size(),
                        issues.size(),
                        items.size(),
                        items.stream().filter(item -> item.url() == null).count(),
                        items.stream().filter(Item::removed).count(),
                        items.stream()
                                .filter(item -> item.contributor().isPresent())
                                .count(),
                        files.stream().mapToInt(file -> file.findings().size()).sum());
    }
}
