package app.tidings.curation.archive;

import app.tidings.curation.archive.PastIssue.Item;
import app.tidings.curation.archive.PastIssue.Section;
import app.tidings.curation.archive.line.Head;
import app.tidings.curation.archive.line.Heading;
import app.tidings.curation.archive.line.Line;
import app.tidings.curation.archive.line.Numbered;
import app.tidings.curation.archive.line.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sections of an issue: from one heading to the next. */
final class ReadIssue {

    private static final int USUAL_LEVEL = 2;

    private final List<Line> lines;
    private final int level;

    /** What the lines of an issue hold. */
    record Body(Passage intro, List<Section> sections) {}

    /** The heading of a section, and where it stands. */
    private record Start(int index, Heading heading) {}

    private ReadIssue(List<Line> lines) {
        this.lines = lines;
        this.level = level(lines);
    }

    /** Reads the lines behind the issue's title. */
    static Body of(List<Line> lines) {
        return new ReadIssue(lines).body();
    }

    /** The level of headings whose name is that of a section; they are one lower in a compendium. */
    static int level(List<Line> lines) {
        return lines.stream()
                .map(Heading::of)
                .flatMap(Optional::stream)
                .filter(heading -> heading.level() > 0 && Topic.isPair(heading.name()))
                .mapToInt(Heading::level)
                .min()
                .orElse(USUAL_LEVEL);
    }

    private Body body() {
        var starts = starts();
        var sections = new ArrayList<Section>();
        for (var i = 0; i < starts.size(); i++) {
            var end = i + 1 < starts.size() ? starts.get(i + 1).index() : lines.size();
            read(starts.get(i), end, sections);
        }
        var intro = lines.subList(
                0, starts.isEmpty() ? lines.size() : starts.getFirst().index());
        return sections.stream().anyMatch(Section::hasItems)
                ? new Body(Passage.of(intro), sections)
                : withoutSections(intro, sections);
    }

    /** Items that stand before any section, or in none at all. */
    private static Body withoutSections(List<Line> intro, List<Section> sections) {
        var found = ReadItems.in(intro, false);
        if (found.items().isEmpty()) {
            return new Body(Passage.of(intro), sections);
        }
        var all = new ArrayList<Section>();
        var line = found.items().getFirst().line();
        all.add(new Section(
                line, Topic.ARTICLES, "", null, null, null, found.teaser(), Passage.of(List.of()), found.items()));
        addRest(found.rest(), all);
        all.addAll(sections);
        return new Body(Passage.of(found.lead()), all);
    }

    private List<Start> starts() {
        var starts = new ArrayList<Start>();
        for (var i = 0; i < lines.size(); i++) {
            var index = i;
            Heading.of(lines.get(i))
                    .filter(heading -> isSection(heading, index))
                    .ifPresent(heading -> starts.add(new Start(index, heading)));
        }
        return starts;
    }

    private boolean isSection(Heading heading, int index) {
        if (Topic.isPair(heading.name())) {
            return true;
        }
        if (heading.level() == 0) {
            return heading.emoji() != null
                    && (heading.label() ? Topic.isName(heading.name()) : Topic.of(heading.name()) != Topic.OTHER);
        }
        var high = heading.level() <= level && (heading.level() > 1 || level == 1);
        return high
                && Numbered.of(lines.get(index).text())
                        .map(numbered -> isNumberedSection(numbered, index))
                        .orElse(true);
    }

    /** A numbered heading is that of an item, but where its name is a topic's and links are numbered below it. */
    private boolean isNumberedSection(Numbered heading, int index) {
        var name = heading.rest().replaceFirst("^[^\\p{L}]+", "");
        if (Topic.isName(name) || Topic.isWord(name)) {
            return true;
        }
        return Topic.of(name) != Topic.OTHER
                && lines.subList(index + 1, lines.size()).stream()
                        .filter(line -> !line.code())
                        .flatMap(line -> Numbered.of(line.text()).stream())
                        .findFirst()
                        .filter(below ->
                                !below.heading() && Head.of(below.rest()).isLinked())
                        .isPresent();
    }

    private void read(Start start, int end, List<Section> sections) {
        var heading = start.heading();
        var topic = Topic.of(heading.name());
        var number = lines.get(start.index()).number();
        var own = lines.subList(start.index() + 1, end);
        var found = topic.isOfItems() || topic == Topic.OTHER
                ? ReadItems.in(own, topic.isOfItems())
                : new ReadItems.Found(own, List.<Item>of(), List.of(), false);
        sections.add(new Section(
                number,
                topic,
                heading.name(),
                heading.emoji(),
                heading.link(),
                heading.raw(),
                found.teaser(),
                Passage.of(found.lead()),
                found.items()));
        addRest(found.rest(), sections);
    }

    private static void addRest(List<Line> rest, List<Section> sections) {
        var text = Passage.of(rest);
        if (text.paragraphs() > 0) {
            var line = rest.stream().filter(each -> !each.isBlank()).findFirst().orElse(rest.getFirst());
            sections.add(new Section(line.number(), Topic.SUBSCRIBE, "", null, null, null, false, text, List.of()));
        }
    }
}
