package app.tidings.bench.polls;

import app.tidings.bench.Options;
import app.tidings.bench.feeds.CurlPass;
import app.tidings.bench.feeds.FeedReader;
import app.tidings.bench.feeds.FeedSite;
import app.tidings.bench.feeds.Newsboat;
import app.tidings.bench.feeds.Rss2email;
import app.tidings.bench.feeds.Sfeed;
import app.tidings.bench.measure.Machine;
import app.tidings.bench.measure.Rounds;
import app.tidings.bench.stage.Programs;
import app.tidings.bench.stage.Programs.Run;
import app.tidings.bench.stage.Stage;
import app.tidings.bench.stage.Started;
import app.tidings.local.run.Service;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Ingest alone polls feeds, new ones and then unchanged ones, beside curl and other readers of feeds that do the same in turn
 * with it.
 */
public final class PollsBench {

    /** What may be given on the command line. */
    public static final List<String> OPTIONS = List.of("feeds", "entries", "rounds", "driver-feeds");

    static final int IN_FLIGHT = 64;

    private static final String WARM_UP = "warm";

    /** The compiler needs some thousand polls until they are as fast as they get. */
    private static final int UNCHANGED_WARM_UPS = 10;

    private final List<Integer> sizes;
    private final int entries;
    private final int rounds;
    private final int driverFeeds;
    private final PrintStream out;

    /** With options, as far as they are given. */
    public PollsBench(Options options, PrintStream out) {
        this.sizes = options.numbers("feeds", List.of(1_000));
        this.entries = options.number("entries", 25);
        this.rounds = options.number("rounds", 3);
        this.driverFeeds = options.number("driver-feeds", 400);
        this.out = out;
    }

    /** Measures and prints, for each number of feeds. */
    public void run() throws IOException {
        var curl = Programs.find("curl", CurlPass.HOW_TO_GET_IT);
        out.println("on " + Machine.described());
        for (int feeds : sizes) {
            try (var stage = Stage.open("polls");
                    var _ = FeedSite.serve(stage, entries, sets(feeds));
                    var ingest = stage.service(Service.INGEST, Impolite.ingestAlone(IN_FLIGHT))) {
                var site = FeedSite.of(stage);
                stage.topics().create(DriverLoop.TOPIC);
                var figures =
                        measure(passes(stage, ingest, new CurlPass(curl, site, stage.directory(), IN_FLIGHT)), feeds);
                out.println();
                out.println("%,d feeds of %d entries, %d rounds; min / median / max".formatted(feeds, entries, rounds));
                new PollTables(figures, entries).print(out);
            }
        }
        out.println("load average at the end " + Machine.load());
    }

    private record Passes(
            Stage stage,
            CurlPass curl,
            Map<String, FeedReader> readers,
            FirstPass first,
            UnchangedPass unchanged,
            MixedPass mixed) {}

    private Passes passes(Stage stage, Started ingest, CurlPass curl) {
        var readers = new TreeMap<String, FeedReader>();
        var directory = stage.directory();
        var site = curl.site();
        Programs.ifThere("newsboat")
                .ifPresent(program -> readers.put(Newsboat.NAME, new Newsboat(program, site, directory)));
        Programs.ifThere("sfeed_update")
                .ifPresent(program -> readers.put(Sfeed.NAME, new Sfeed(program, site, directory)));
        Programs.ifThere("r2e")
                .ifPresent(program -> readers.put(Rss2email.NAME, new Rss2email(program, site, directory)));
        return new Passes(
                stage,
                curl,
                readers,
                new FirstPass(stage, ingest, site, entries),
                new UnchangedPass(stage, ingest, site),
                new MixedPass(stage, site));
    }

    private Rounds measure(Passes passes, int feeds) throws IOException {
        var warm = warmUpFeeds(feeds);
        out.println("warming up with %,d feeds".formatted(warm));
        passes.first().run(WARM_UP, warm, new Rounds());
        for (var pass = 0; pass < UNCHANGED_WARM_UPS; pass++) {
            passes.unchanged().run(WARM_UP, warm, new Rounds());
        }
        passes.mixed().run(WARM_UP, warm, new Rounds());
        var driver = DriverLoop.of(passes.stage(), entries);
        driver.run(WARM_UP, Math.min(40, driverFeeds), IN_FLIGHT);
        var figures = new Rounds();
        for (var round = 1; round <= rounds; round++) {
            out.println("round %d of %d, load average %s".formatted(round, rounds, Machine.load()));
            round("r" + round, feeds, passes, figures);
            figures.add("driver", driver.run("r" + round, driverFeeds, IN_FLIGHT) / entries);
        }
        return figures;
    }

    /** Everybody's first pass in turn, then everybody's second; what comes then is for ingest alone. */
    private static void round(String set, int feeds, Passes passes, Rounds figures) {
        note(figures, "curl", feeds, passes.curl().whole(set, feeds));
        passes.readers().forEach((name, reader) -> note(figures, name, feeds, reader.first(set, feeds)));
        passes.first().run(set, feeds, figures);
        note(figures, "curl again", feeds, passes.curl().unchanged(set, feeds));
        passes.readers().forEach((name, reader) -> note(figures, name + " again", feeds, reader.again(set)));
        passes.unchanged().run(set, feeds, figures);
        passes.mixed().run(set, feeds, figures);
        figures.add("memory", passes.first().ingest().usage().peakMegabytes());
    }

    private static void note(Rounds figures, String name, int feeds, Run run) {
        figures.add(name, feeds / run.seconds());
        figures.add(name + " CPU", run.cpuSeconds() * 1e3 / feeds);
        figures.add(name + " memory", run.peakMegabytes());
    }

    private Map<String, Integer> sets(int feeds) {
        var sets = new TreeMap<String, Integer>();
        sets.put(WARM_UP, warmUpFeeds(feeds));
        IntStream.rangeClosed(1, rounds).forEach(round -> sets.put("r" + round, feeds));
        return sets;
    }

    private static int warmUpFeeds(int feeds) {
        return Math.clamp(feeds, 1, 1_000);
    }
}
