package app.tidings.curation.archive;

import app.tidings.curation.archive.PastIssue.Item;
import app.tidings.curation.archive.PastIssue.Section;
import app.tidings.curation.archive.line.Head;
import app.tidings.curation.archive.line.Numbered;
import java.util.ArrayList;
import java.util.List;

/** What an editor should look at before an issue is imported: what is missing, and what contradicts itself. */
final class Doubts {

    private Doubts() {}

    static List<Finding> of(PastIssue issue) {
        var findings = new ArrayList<Finding>();
        if (issue.number() == null) {
            findings.add(new Finding(issue.line(), "the title names no number of an issue: " + shown(issue.title())));
        }
        if (issue.date() == null) {
            findings.add(new Finding(issue.line(), "there is no date, neither in the text nor in the file's name"));
        }
        if (issue.items().findAny().isEmpty()) {
            findings.add(new Finding(issue.line(), "there are no items"));
        }
        intro(issue, findings);
        issue.sections().forEach(section -> of(section, findings));
        claims(issue, findings);
        return findings;
    }

    private static String shown(String title) {
        return title.isEmpty() ? "there is no title" : title;
    }

    /** A section whose heading is not known as one would be taken for a part of the introduction. */
    private static void intro(PastIssue issue, List<Finding> findings) {
        var links = issue.intro()
                .markdown()
                .lines()
                .flatMap(line -> Numbered.of(line).stream())
                .filter(numbered -> Head.of(numbered.rest()).isLinked())
                .count();
        if (links > 1) {
            findings.add(new Finding(
                    issue.line(),
                    "before the first section are %d numbered links, which are read as text".formatted(links)));
        }
    }

    private static void of(Section section, List<Finding> findings) {
        if (section.topic() == Topic.OTHER) {
            findings.add(new Finding(
                    section.line(),
                    "the section %s is not known; it is read as %s"
                            .formatted(section.name(), section.hasItems() ? "items" : "text")));
        }
        if (section.topic().isOfItems() && !section.hasItems()) {
            findings.add(new Finding(section.line(), "no item was found in the section " + section.name()));
        }
        var last = 0;
        for (var item : section.items()) {
            if (item.number() != last + 1) {
                findings.add(new Finding(item.line(), "item %d follows item %d".formatted(item.number(), last)));
            }
            last = item.number();
            if (lacksAddress(section, item)) {
                findings.add(
                        new Finding(item.line(), "item %d has no address: %s".formatted(item.number(), item.title())));
            }
        }
    }

    private static boolean lacksAddress(Section section, Item item) {
        return item.url() == null && !section.teaser() && !item.removed();
    }

    private static void claims(PastIssue issue, List<Finding> findings) {
        for (var topic : Topic.values()) {
            var claimed = issue.claimed().get(Claims.topic(topic));
            var found = issue.sections().stream()
                    .filter(section -> section.topic() == topic)
                    .mapToInt(section -> section.items().size())
                    .sum();
            if (claimed != null && claimed != found) {
                findings.add(new Finding(
                        issue.line(),
                        "the introduction tells of %d %s, and there are %d"
                                .formatted(claimed, Claims.topic(topic), found)));
            }
        }
    }
}
