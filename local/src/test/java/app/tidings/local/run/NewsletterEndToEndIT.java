package app.tidings.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.local.run.DemoInProcesses.Caught;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way, with each service in a process of its own: from feeds to delivered mails, twice over the same feeds. On the
 * way every service is killed once, and so are the broker and the store.
 */
class NewsletterEndToEndIT {

    /** What the story says when a part is killed. */
    private static final Map<String, String> KILLED_AT = Map.of(
            "2  Sources", "ingest-service",
            "Small Sharp Things", "curation-service",
            "4  Readers", "notify-service",
            "5  Choice", Part.GROUND,
            "7  Printing", "render-service");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path directory;

    @Test
    void carriesLinksFromFeedsToMailsThroughKillsAndSendsNothingTwice() {
        try (var demo = new DemoInProcesses(directory)) {
            var kills = new LinkedHashMap<>(KILLED_AT);

            var first = demo.play(story -> killWhatIsNamed(demo, kills, story));
            demo.leave("lin@readers.example");
            var second = demo.play(story -> {});

            assertThat(first.status()).as(first.told()).isZero();
            assertThat(kills).isEmpty();
            assertThat(second.status()).as(second.told()).isZero();
            assertThat(second.told())
                    .contains("lin@readers.example (zh) filled in the form")
                    .contains("kim@readers.example (en) has been subscribed since an earlier run")
                    .contains("zh: the same 10 entries")
                    .contains("en: the same 10 entries");
            assertThat(demo.mails())
                    .filteredOn(Caught::isIssue)
                    .extracting(Caught::to)
                    .containsExactlyInAnyOrder("lin@readers.example", "kim@readers.example");
        }
    }

    private static void killWhatIsNamed(DemoInProcesses demo, Map<String, String> kills, String story) {
        kills.entrySet().removeIf(kill -> {
            var due = story.contains(kill.getKey());
            if (due) {
                demo.kill(kill.getValue());
            }
            return due;
        });
    }
}
