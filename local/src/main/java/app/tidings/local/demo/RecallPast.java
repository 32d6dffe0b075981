package app.tidings.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.local.stage.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Before all else: an issue of the time before Tidings comes in, so that its links are known when they show up again. */
final class RecallPast {

    private static final String NEWSROOM = "{newsroom}";

    private final Scene scene;

    private record Issue(
            String outcome,
            @Nullable Integer number,
            int items,
            @Nullable String reason) {}

    private record Answer(List<Issue> issues) {}

    RecallPast(Scene scene) {
        this.scene = scene;
    }

    void run() {
        scene.story().chapter("Memory");
        for (var file : scene.script().past()) {
            var path = "/api/v1/issues/imports?%s&file=%s".formatted(scene.inPublication(), Api.encoded(file));
            var markdown = text(file).replace(NEWSROOM, scene.newsroom().toString());
            scene.curation()
                    .postText(path, "text/markdown; charset=utf-8", markdown, Answer.class)
                    .issues()
                    .forEach(this::tell);
        }
    }

    private void tell(Issue issue) {
        scene.story()
                .say(
                        issue.outcome().equals("ALREADY_THERE")
                                ? "Issue %d of the archive is there from before.".formatted(issue.number())
                                : "Issue %d, from before Tidings was there, comes in as Markdown: %d items. It is mailed to nobody."
                                        .formatted(issue.number(), issue.items()));
    }

    private static String text(String file) {
        try (var in = RecallPast.class.getResourceAsStream("/demo/past/" + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
