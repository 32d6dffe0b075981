package app.tidings.local.prove;

import app.tidings.local.prove.check.Checks;
import app.tidings.local.prove.check.Leaving;
import app.tidings.local.prove.check.Report;
import app.tidings.local.prove.check.Verdict;
import app.tidings.local.run.Reason;
import app.tidings.local.run.Refusal;
import app.tidings.local.run.Service;
import app.tidings.local.stage.Api;
import app.tidings.local.stage.Patience.GaveUp;
import app.tidings.local.stage.Story;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** {@code ./tidings prove}: what is promised about crashes, shown under crashes. */
public final class Prove {

    private static final String LOG_SETTINGS = "app/tidings/local/run/logback.xml";
    private static final Duration CAUGHT_UP = Duration.ofMinutes(2);

    private final Options options;
    private final Path directory;
    private final Path root;
    private final Story story;

    private Prove(Options options, Path directory, Path root, PrintStream out) {
        this.options = options;
        this.directory = directory;
        this.root = root;
        this.story = new Story(out, false);
    }

    /** Ends with status 0 when every promise held. */
    public static void main(String... arguments) {
        System.exit(start(List.of(arguments)));
    }

    private static int start(List<String> arguments) {
        try {
            var options = Options.of(arguments);
            var directory = Files.createTempDirectory("tidings-prove-");
            logToFile(directory);
            var held = run(options, directory, Path.of(System.getProperty("tidings.root", "")), System.out);
            if (held) {
                FileSystemUtils.deleteRecursively(directory);
            }
            return held ? 0 : 1;
        } catch (Refusal e) {
            System.err.println("tidings: " + Reason.of(e));
            return 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Before anything logs: the terminal is for the verdicts. */
    private static void logToFile(Path directory) {
        System.setProperty("tidings.log", directory.resolve("prove.log").toString());
        System.setProperty("logback.configurationFile", LOG_SETTINGS);
    }

    /**
     * Proves in a directory, which keeps data and logs, and tells how it went.
     *
     * @param root of the source tree, where the services' jars are built
     * @return whether every promise held
     */
    public static boolean run(Options options, Path directory, Path root, PrintStream out) {
        return new Prove(options, directory, root, out).run();
    }

    private boolean run() {
        story.title("What is promised about crashes, and whether it holds");
        story.say("Seed %d. The same again: %s".formatted(options.seed(), options.command()));
        story.say("Data and logs: " + directory);
        try {
            var held = new Report(story).tell(verdicts());
            if (!held) {
                story.say("Data and logs are kept in " + directory);
            }
            return held;
        } catch (GaveUp | Api.Refused | Refusal | IllegalStateException e) {
            story.item("✗", "The proof could not be finished: " + Reason.of(e));
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private List<Verdict> verdicts() throws InterruptedException {
        try (var rehearsal = Rehearsal.open(options, directory, root, story)) {
            var ending = new Thread(rehearsal.processes()::close);
            Runtime.getRuntime().addShutdownHook(ending);
            try {
                return verdicts(rehearsal);
            } finally {
                Runtime.getRuntime().removeShutdownHook(ending);
            }
        }
    }

    private List<Verdict> verdicts(Rehearsal rehearsal) throws InterruptedException {
        var issues = new ArrayList<SentIssue>();
        var leavings = new ArrayList<Leaving>();
        var others = new ArrayList<Verdict>();
        try (var watch = new WatchSendings(rehearsal.api(Service.NOTIFY))) {
            if (options.points() != Options.Points.NONE) {
                var drill = new DrillPoints(rehearsal, options, story).run();
                issues.addAll(drill.issues());
                others.add(drill.verdict());
            }
            rehearsal.startServices();
            var sent = new SendUnderKills(rehearsal, options, story).run();
            issues.add(sent.issue());
            leavings.addAll(sent.leavings());
            if (options.wipes() > 0) {
                others.add(kafkaCanVanish(sent.caughtUp()));
            }
            if (options.replays() > 0) {
                others.add(new ReplayTopics(rehearsal, story).run(options.replays()));
            }
            var evidence = new GatherEvidence(rehearsal)
                    .run(issues, leavings, watch.seen(), options.policy().equals("resend"));
            var verdicts = new ArrayList<>(Checks.of(evidence));
            verdicts.addAll(others);
            return verdicts;
        }
    }

    /** That nothing was lost by it is P1, which counts everything; this is how soon all was in order again. */
    private Verdict kafkaCanVanish(Duration caughtUp) {
        return new Verdict(
                "P7",
                "Kafka can vanish: with all its data deleted while the issue was sent, everything came to its end",
                "wiped %d times; over %.1f s after the last kill, of %d s allowed; lost and doubled as under P1 and P2"
                        .formatted(options.wipes(), caughtUp.toMillis() / 1000.0, CAUGHT_UP.toSeconds()),
                caughtUp.compareTo(CAUGHT_UP) <= 0 ? List.of() : List.of("that took too long"));
    }
}
