package app.tidings.local.demo;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import app.tidings.local.stage.Api;
import app.tidings.local.stage.Patience.Look;
import app.tidings.local.stage.Story;
import java.io.StringWriter;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The first chapter: the editor's list of sources goes in, each is looked at, and what came of it is told. */
final class GatherLinks {

    private static final int NAME = 20;

    private final Scene scene;
    private final Story story;

    /**
     * What became of the sources.
     *
     * @param added how many were not there before
     * @param found links that nobody had shown before, as far as the last readings tell
     * @param problems sources that are otherwise than the script says
     */
    record Gathered(int added, int found, List<String> problems) {}

    private record Report(String id, String state, int total, int added, int alreadyThere, int refused) {}

    private record Listed(List<Source> sources, @Nullable String next) {}

    record Source(
            String id,
            String name,
            URI feedUrl,
            @Nullable Outcome lastPoll,
            @Nullable Outcome lastContent) {

        @Nullable
        Instant polledAt() {
            return lastPoll == null ? null : lastPoll.at();
        }

        boolean fails() {
            return lastPoll != null && lastPoll.type().equals("failed");
        }

        /** Whether the fault may be gone in a moment. */
        boolean failsForNow() {
            return fails()
                    && String.valueOf(Objects.requireNonNull(lastPoll).reason()).startsWith("http-5");
        }
    }

    record Outcome(
            String type,
            Instant at,
            @Nullable Counts counts,
            @Nullable String note,
            @Nullable String reason,
            @Nullable String detail) {}

    record Counts(int entries, int found, int seenAgain, int known) {}

    GatherLinks(Scene scene) {
        this.scene = scene;
        this.story = scene.story();
    }

    Gathered run() {
        story.chapter("Sources");
        var report = imported();
        story.say(
                report.added() == 0
                        ? "All %d sources of the editor's list are there from before. Each is asked for news."
                                .formatted(report.alreadyThere())
                        : "The editor's list goes in as OPML: %d sources, %d of them new. Each is looked at."
                                .formatted(report.added() + report.alreadyThere(), report.added()));
        var polled = polled(sources(), Set.of());
        var troubled = polled.stream().filter(Source::failsForNow).toList();
        var again = new HashSet<String>();
        troubled.forEach(each -> again.add(each.id()));
        var settled = troubled.isEmpty() ? polled : polled(polled, again);
        settled.forEach(source -> tell(source, troubled));
        return new Gathered(
                report.added(), settled.stream().mapToInt(GatherLinks::found).sum(), problems(settled));
    }

    /** What became of the list; it comes in by itself once ingest has it. */
    private Report imported() {
        var begun = scene.ingest()
                .postText("/api/v1/sources/imports?" + scene.inPublication(), "text/x-opml", opml(scene), Report.class);
        return scene.patience().until(() -> {
            var report = scene.ingest().get("/api/v1/sources/imports/" + begun.id(), Report.class);
            return report.state().equals("done")
                    ? new Look.Done<>(report)
                    : new Look.NotYet<>("sources added: %d of %d".formatted(report.added(), report.total()));
        });
    }

    private List<String> problems(List<Source> settled) {
        var byFeed = settled.stream().collect(toMap(Source::feedUrl, identity()));
        return scene.script().sources().stream()
                .flatMap(each -> problem(each, byFeed.get(scene.address(each.feed()))).stream())
                .toList();
    }

    private static Optional<String> problem(EditorScript.Source meant, @Nullable Source source) {
        if (source == null) {
            return Optional.of(meant.name() + " is not among the sources");
        }
        if (source.fails() == meant.fails()) {
            return Optional.empty();
        }
        return Optional.of(
                source.fails()
                        ? "%s is not meant to fail: %s".formatted(meant.name(), detail(source))
                        : meant.name() + " is meant to fail, and did not");
    }

    private static int found(Source source) {
        return source.lastContent() == null || source.lastContent().counts() == null
                ? 0
                : source.lastContent().counts().found();
    }

    /** The sources of the script, after each was polled once more than in {@code before}; some were polled never. */
    private List<Source> polled(List<Source> before, Set<String> only) {
        var asked = before.stream()
                .filter(each -> only.isEmpty() ? each.polledAt() != null : only.contains(each.id()))
                .toList();
        asked.forEach(each -> scene.ingest().post("/api/v1/sources/" + each.id() + "/poll", Map.of(), Source.class));
        var times = before.stream().collect(toMap(Source::id, each -> String.valueOf(each.polledAt())));
        return scene.patience().until(() -> {
            var now = sources();
            var open = now.stream()
                    .filter(each -> only.isEmpty() || only.contains(each.id()))
                    .filter(each -> String.valueOf(each.polledAt()).equals(times.get(each.id())))
                    .toList();
            return open.isEmpty()
                    ? new Look.Done<>(now)
                    : new Look.NotYet<>("sources looked at: %d of %d, next is %s"
                            .formatted(
                                    now.size() - open.size(),
                                    now.size(),
                                    open.getFirst().name()));
        });
    }

    /** The sources of the script, in its order. */
    private List<Source> sources() {
        var all = new ArrayList<Source>();
        var page = new Listed(List.of(), "");
        while (page.next() != null) {
            var cursor = page.next().isEmpty() ? "" : "&cursor=" + Api.encoded(page.next());
            page = scene.ingest().get("/api/v1/sources?limit=200&" + scene.inPublication() + cursor, Listed.class);
            all.addAll(page.sources());
        }
        var byFeed = all.stream().collect(toMap(Source::feedUrl, identity(), (first, _) -> first));
        return scene.script().sources().stream()
                .map(each -> byFeed.get(scene.address(each.feed())))
                .filter(Objects::nonNull)
                .toList();
    }

    private void tell(Source source, List<Source> troubled) {
        var last = Objects.requireNonNull(source.lastPoll(), "a polled source has an outcome");
        var words = inWords(last, source.lastContent());
        var before =
                troubled.stream().filter(each -> each.id().equals(source.id())).findFirst();
        var text = before.isPresent() && !source.fails()
                ? "at first: %s; asked again: %s".formatted(detail(before.get()), words)
                : words;
        story.row(source.fails() ? "✗" : "✓", source.name(), NAME, text);
    }

    private static String detail(Source source) {
        return String.valueOf(Objects.requireNonNull(source.lastPoll()).detail());
    }

    static String inWords(Outcome last, @Nullable Outcome content) {
        return switch (last.type()) {
            case "failed" -> "%s (%s)".formatted(last.detail(), last.reason());
            case "unchanged" -> "nothing new" + note(content);
            default -> counted(last.counts()) + note(last);
        };
    }

    private static String counted(@Nullable Counts counts) {
        if (counts == null || counts.entries() == 0) {
            return "no entries";
        }
        var again = counts.seenAgain() == 0
                ? ""
                : ", %d of them shown by another source before".formatted(counts.seenAgain());
        var known = counts.known() == 0 ? "" : ", %d known from before".formatted(counts.known());
        return (counts.entries() == 1 ? "1 link" : counts.entries() + " links") + again + known;
    }

    private static String note(@Nullable Outcome outcome) {
        return outcome == null || outcome.note() == null ? "" : "; " + outcome.note();
    }

    private static String opml(Scene scene) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("utf-8", "1.0");
            xml.writeStartElement("opml");
            xml.writeAttribute("version", "2.0");
            xml.writeStartElement("body");
            for (var source : scene.script().sources()) {
                xml.writeEmptyElement("outline");
                xml.writeAttribute("type", "rss");
                xml.writeAttribute("text", source.name());
                xml.writeAttribute("xmlUrl", scene.address(source.feed()).toString());
            }
            xml.writeEndDocument();
            xml.close();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }
}
