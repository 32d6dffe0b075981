package app.tidings.local.demo;

import static java.util.stream.Collectors.joining;

import app.tidings.local.demo.EditorScript.Block;
import app.tidings.local.demo.ReadInbox.Item;
import app.tidings.local.stage.Patience.Look;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fifth and sixth chapter: the entries become an issue, which is approved, printed and sent. */
final class MakeIssue {

    private static final int CONFLICT = 409;

    private final Scene scene;

    /** An issue as curation's API shows it, as far as the demo cares. */
    record Issue(
            String id,
            long version,
            String state,
            @Nullable Integer number,
            Map<String, List<String>> sections,
            List<Object> blocks,
            Map<String, Edition> editions) {

        boolean isDraft() {
            return state.equals("DRAFT");
        }

        boolean holds(String itemId) {
            return sections.values().stream().anyMatch(section -> section.contains(itemId));
        }

        Edition edition(String language) {
            return Objects.requireNonNull(editions.get(editionId(language)), "an issue that is done has its editions");
        }

        String editionId(String language) {
            return id + ":" + language + ":full";
        }
    }

    record Edition(
            @Nullable URI page,
            @Nullable Long deliveries,
            @Nullable Map<String, Long> outcome) {}

    private record Approved(Issue issue, List<Finding> warnings) {}

    private record Finding(String text) {}

    MakeIssue(Scene scene) {
        this.scene = scene;
    }

    /** The issue, after the last of its mails was handed over. */
    Issue run(List<Item> entries) {
        scene.story().chapter("Issue");
        var issue = scene.curation()
                .post(
                        "/api/v1/issues",
                        Map.of(
                                "publication", scene.script().publication(),
                                "headline", scene.script().headline()),
                        Issue.class,
                        "Idempotency-Key",
                        scene.script().issueKey());
        if (issue.isDraft()) {
            arrange(issue, entries);
            approve(issue.id());
        } else {
            scene.story().say("The issue was approved in an earlier run; nothing is approved or sent a second time.");
        }
        return sent(issue.id());
    }

    private void arrange(Issue issue, List<Item> entries) {
        for (var i = 0; i < entries.size(); i++) {
            if (!issue.holds(entries.get(i).id())) {
                var section = scene.script().entries().get(i).section();
                scene.curation()
                        .post(
                                path(issue.id()) + "/entries",
                                Map.of("itemId", entries.get(i).id(), "section", section),
                                Issue.class);
            }
        }
        var blocks = scene.script().blocks().stream().map(MakeIssue::block).toList();
        ofTheVersionRead(
                issue.id(),
                read -> scene.curation()
                        .put(
                                path(issue.id()) + "/blocks",
                                Map.of("version", read.version(), "blocks", blocks),
                                Issue.class));
        scene.story()
                .say("%d entries are placed in %s, with %d blocks: %s."
                        .formatted(
                                entries.size(),
                                sections(),
                                blocks.size(),
                                scene.script().blocks().stream()
                                        .map(each -> each.kind().toLowerCase(Locale.ROOT))
                                        .collect(joining(", "))));
    }

    private String sections() {
        var names = scene.script().entries().stream()
                .map(EditorScript.Entry::section)
                .distinct()
                .toList();
        return "%d sections (%s)".formatted(names.size(), String.join(", ", names));
    }

    private static Map<String, Object> block(Block block) {
        var told = new HashMap<String, Object>();
        told.put("kind", block.kind());
        told.put("text", block.text());
        if (block.after() != null) {
            told.put("after", block.after());
        }
        if (block.heading() != null) {
            told.put("heading", block.heading());
        }
        return told;
    }

    private void approve(String id) {
        var announce = Map.of("mode", "SUBSCRIBERS", "channels", List.of());
        var approved = ofTheVersionRead(
                id,
                read -> scene.curation()
                        .post(
                                path(id) + "/approve",
                                Map.of("version", read.version(), "announce", announce),
                                Approved.class));
        scene.story()
                .say("It is approved as number %d, to be sent to all subscribers."
                        .formatted(approved.issue().number()));
        approved.warnings().forEach(warning -> scene.story().item("!", warning.text()));
    }

    private <T> T ofTheVersionRead(String id, Function<Issue, T> change) {
        return scene.patience().again(CONFLICT, "somebody else wrote the issue", () -> change.apply(issue(id)));
    }

    private Issue sent(String id) {
        scene.story().chapter("Printing and sending");
        var done = scene.patience().until(() -> {
            var issue = issue(id);
            return issue.state().equals("DONE") ? new Look.Done<>(issue) : new Look.NotYet<>(progress(issue));
        });
        for (var reader : scene.script().readers()) {
            var edition = done.edition(reader.language());
            scene.story().item("✓", "%s edition: printed, %s.".formatted(reader.language(), outcome(edition)));
        }
        return done;
    }

    private static String progress(Issue issue) {
        var steps = new ArrayList<String>();
        issue.editions()
                .forEach((edition, progress) -> steps.add("%s %s"
                        .formatted(
                                edition.substring(issue.id().length() + 1),
                                progress.outcome() != null
                                        ? "sent"
                                        : progress.deliveries() != null
                                                ? "being sent"
                                                : progress.page() != null ? "printed" : "at the printer's")));
        return "the issue is %s; %s"
                .formatted(issue.state(), steps.isEmpty() ? "no edition yet" : String.join(", ", steps));
    }

    private static String outcome(Edition edition) {
        var outcome = edition.outcome() == null ? Map.<String, Long>of() : edition.outcome();
        return outcome.entrySet().stream()
                .filter(each -> each.getValue() > 0)
                .sorted(Map.Entry.comparingByKey())
                .map(each -> "%d %s".formatted(each.getValue(), each.getKey()))
                .collect(joining(", "));
    }

    private Issue issue(String id) {
        return scene.curation().get(path(id), Issue.class);
    }

    private static String path(String id) {
        return "/api/v1/issues/" + id;
    }
}
