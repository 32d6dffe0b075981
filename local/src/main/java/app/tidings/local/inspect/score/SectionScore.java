package app.tidings.local.inspect.score;

import app.tidings.curation.proposal.Proposal.ForSection;
import app.tidings.curation.proposal.Taste;
import java.net.URI;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Replays past issues: of each, the section of every item is proposed after all the other issues were learned, and held against where the editor
 * put it. Beside it stands how often the largest section would have been right.
 */
public record SectionScore(Tally tally) {

    private static final Set<String> KINDS = Set.of("articles", "projects", "podcasts", "discussions");

    private record Entry(
            String issue,
            String section,
            String title,
            @Nullable URI url) {}

    /** Counts into the measures {@code sections} and {@code largest}. */
    public void add(List<JsonNode> issues) {
        var entries = issues.stream()
                .flatMap(issue -> issue.path("sections")
                        .valueStream()
                        .filter(section -> KINDS.contains(section.path("kind").asString("")))
                        .flatMap(section -> section.path("items")
                                .valueStream()
                                .filter(item -> !item.path("removed").asBoolean(false))
                                .map(item -> entry(issue, section, item))))
                .toList();
        new HashSet<>(entries.stream().map(Entry::issue).toList())
                .forEach(issue -> replay(
                        entries.stream()
                                .filter(each -> each.issue.equals(issue))
                                .toList(),
                        entries.stream()
                                .filter(each -> !each.issue.equals(issue))
                                .toList()));
    }

    private static Entry entry(JsonNode issue, JsonNode section, JsonNode item) {
        return new Entry(
                issue.path("number").asString(""),
                section.path("kind").asString(""),
                item.path("title").asString(""),
                item.path("url").isString() ? URI.create(item.path("url").asString()) : null);
    }

    private void replay(List<Entry> asked, List<Entry> known) {
        var taste = new Taste(Map.of());
        known.forEach(each -> taste.learnSection(each.section, List.of(each.title), each.url));
        var largest =
                known.stream().collect(Collectors.groupingBy(Entry::section, Collectors.counting())).entrySet().stream()
                        .max(Comparator.comparing(Map.Entry<String, Long>::getValue))
                        .map(Map.Entry::getKey)
                        .orElse("");
        for (var each : asked) {
            var proposed = taste.section(each.title, each.url, null)
                    .map(ForSection::id)
                    .orElse("");
            tally.count(
                    "sections",
                    proposed.equals(each.section),
                    "%s %s: %s, not %s".formatted(each.issue, each.title, each.section, proposed));
            tally.add("largest", largest.equals(each.section) ? 1 : 0);
        }
    }
}
