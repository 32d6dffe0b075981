package app.tidings.local.run;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.local.run.DemoInProcesses.Caught;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Random parts are killed at random moments while the demo plays, round after round: nothing is lost, and nothing comes
 * twice but what the ledger shows as unknown. {@code -Dtidings.test.demo-kills} gives the rounds, {@code -Dtidings.test.seed}
 * repeats those of a seed that was printed.
 */
@EnabledIfSystemProperty(named = "tidings.test.demo-kills", matches = "[1-9]\\d*")
class DemoKillsIT {

    private static final int MOST_KILLS = 6;
    private static final int SHORTEST_PAUSE = 500;
    private static final int LONGEST_PAUSE = 9_000;
    private static final int PLAYS = 3;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path directory;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void losesNothingWheneverAnythingIsKilled() throws Exception {
        long seed = Long.getLong("tidings.test.seed", System.nanoTime());
        System.err.println("DemoKillsIT seed " + seed);
        var random = new Random(seed);
        for (int round = 1; round <= Integer.getInteger("tidings.test.demo-kills"); round++) {
            try (var demo = new DemoInProcesses(directory.resolve("round-" + round))) {
                play(demo, random);
            }
        }
    }

    private void play(DemoInProcesses demo, Random random) throws Exception {
        var over = new CountDownLatch(1);
        var killed = new ArrayList<String>();
        var killer = Thread.ofVirtual().start(() -> killNowAndThen(demo, random, over, killed));
        var played = demo.play(story -> {});
        over.countDown();
        killer.join();
        System.err.println("DemoKillsIT killed " + killed + ", status " + played.status());

        var unknown = unknown(demo);
        for (int plays = 1; plays < PLAYS && played.status() != 0; plays++) {
            unknown = Math.max(unknown, resendUnknown(demo));
            played = demo.play(story -> {});
        }

        assertThat(played.status()).as(played.told()).isZero();
        assertThat(repeats(demo.mails().stream().filter(Caught::isIssue).toList()))
                .as("issue mails that came twice, of %d that the ledger showed as unknown", unknown)
                .isLessThanOrEqualTo(unknown);
        assertThat(demo.mails().stream().filter(Caught::isIssue).map(Caught::to).distinct())
                .hasSize(2);
    }

    private static void killNowAndThen(DemoInProcesses demo, Random random, CountDownLatch over, List<String> killed) {
        try {
            for (int kill = 0; kill < MOST_KILLS; kill++) {
                if (over.await(random.nextInt(SHORTEST_PAUSE, LONGEST_PAUSE), TimeUnit.MILLISECONDS)) {
                    return;
                }
                var part = DemoInProcesses.PARTS.get(random.nextInt(DemoInProcesses.PARTS.size()));
                killed.add(part);
                demo.kill(part);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long repeats(List<Caught> mails) {
        return mails.stream().collect(groupingBy(each -> each, counting())).values().stream()
                .mapToLong(times -> times - 1)
                .sum();
    }

    private long unknown(DemoInProcesses demo) throws Exception {
        return deliveries(demo)
                .valueStream()
                .mapToLong(each -> each.path("counts").path("unknown").asLong())
                .sum();
    }

    /** As an operator does who sees that nobody can know. */
    private long resendUnknown(DemoInProcesses demo) throws Exception {
        var unknown = unknown(demo);
        for (var each : deliveries(demo)) {
            var resend = "/" + each.path("subjectId").asString() + "/resend-unknown";
            ask(demo, resend, HttpRequest.newBuilder().POST(BodyPublishers.noBody()));
        }
        return unknown;
    }

    private JsonNode deliveries(DemoInProcesses demo) throws Exception {
        return ask(demo, "", HttpRequest.newBuilder().GET()).path("deliveries");
    }

    private JsonNode ask(DemoInProcesses demo, String path, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        var address = demo.address(Service.NOTIFY) + "/api/v1/deliveries" + path;
        var response = client.send(
                request.uri(URI.create(address))
                        .header("Authorization", "Bearer " + demo.apiToken())
                        .build(),
                BodyHandlers.ofString());
        return JsonMapper.shared().readTree(response.body());
    }
}
