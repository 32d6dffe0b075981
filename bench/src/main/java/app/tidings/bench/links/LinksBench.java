package app.tidings.bench.links;

import app.tidings.bench.Options;
import app.tidings.bench.feeds.CurlPass;
import app.tidings.bench.feeds.FeedSite;
import app.tidings.bench.measure.Machine;
import app.tidings.bench.measure.Rounds;
import app.tidings.bench.measure.Table;
import app.tidings.bench.polls.DriverLoop;
import app.tidings.bench.polls.FirstPass;
import app.tidings.bench.polls.Impolite;
import app.tidings.bench.polls.UnchangedPass;
import app.tidings.bench.stage.Programs;
import app.tidings.bench.stage.Programs.Run;
import app.tidings.bench.stage.Stage;
import app.tidings.local.run.Refusal;
import app.tidings.local.run.Service;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Links a second from feeds to stored items, and polls a second where nothing has changed, beside their limits. */
public final class LinksBench {

    /** What may be given on the command line. */
    public static final List<String> OPTIONS = List.of("feeds", "entries", "rounds", "driver-feeds");

    private static final String WARM_UP = "warm";
    private static final int IN_FLIGHT = 64;

    private final int feeds;
    private final int entries;
    private final int rounds;
    private final int driverFeeds;
    private final PrintStream out;
    private final Rounds figures = new Rounds();

    /** With options, as far as they are given. */
    public LinksBench(Options options, PrintStream out) {
        this.feeds = options.number("feeds", 1_000);
        this.entries = options.number("entries", 25);
        this.rounds = options.number("rounds", 3);
        this.driverFeeds = options.number("driver-feeds", 200);
        this.out = out;
    }

    /** Measures and prints. */
    public void run() throws IOException {
        var curl = Programs.find("curl", CurlPass.HOW_TO_GET_IT);
        out.println("on " + Machine.described());
        try (var stage = Stage.open("links");
                var _ = FeedSite.serve(stage, entries, sets());
                var ingest = stage.service(Service.INGEST, Impolite.ingest(IN_FLIGHT));
                var curation = stage.service(Service.CURATION, Impolite.fetching(IN_FLIGHT))) {
            var site = FeedSite.of(stage);
            var passes = new Passes(
                    new CurlPass(curl, site, stage.directory(), IN_FLIGHT),
                    new ItemsPass(
                            stage, new ItemsPass.Parts(ingest, curation), new FirstPass(stage, ingest, site, entries)),
                    new UnchangedPass(stage, ingest, site));
            stage.topics().create(DriverLoop.TOPIC);
            measure(stage, passes);
        }
        out.println("load average at the end " + Machine.load());
        print();
    }

    private record Passes(CurlPass curl, ItemsPass first, UnchangedPass unchanged) {}

    private void measure(Stage stage, Passes passes) throws IOException {
        out.println("warming up with %d feeds".formatted(warmUpFeeds()));
        var warm = new Rounds();
        passes.first().run(WARM_UP, warmUpFeeds(), warm);
        passes.unchanged().run(WARM_UP, warmUpFeeds(), warm);
        var driver = DriverLoop.of(stage, entries);
        driver.run(WARM_UP, Math.min(40, driverFeeds), IN_FLIGHT);
        for (var round = 1; round <= rounds; round++) {
            out.println("round %d of %d, load average %s".formatted(round, rounds, Machine.load()));
            var set = "r" + round;
            curl("curl", passes.curl().whole(set, feeds));
            passes.first().run(set, feeds, figures);
            curl("curl 304", passes.curl().unchanged(set, feeds));
            passes.unchanged().run(set, feeds, figures);
            figures.add("driver", driver.run(set, driverFeeds, 1));
            figures.add("driver " + IN_FLIGHT, driver.run(set, driverFeeds, IN_FLIGHT));
        }
    }

    private void curl(String name, Run run) {
        figures.add(name, feeds / run.seconds());
        figures.add(name + " CPU", run.cpuSeconds() * 1e3 / feeds);
    }

    private Map<String, Integer> sets() {
        var sets = new TreeMap<String, Integer>();
        sets.put(WARM_UP, warmUpFeeds());
        IntStream.rangeClosed(1, rounds).forEach(round -> sets.put("r" + round, feeds));
        return sets;
    }

    private int warmUpFeeds() {
        return Math.max(1, feeds / 5);
    }

    private void print() {
        if (figures.of("records").max() > 0) {
            throw new Refusal("the unchanged pass emitted records");
        }
        var driver = figures.of("driver");
        var threads = figures.of("driver " + IN_FLIGHT);
        out.println();
        out.println("%d feeds of %d entries, %d rounds; min / median / max".formatted(feeds, entries, rounds));
        var first = new Table(
                "first pass", "a second", "of the driver, 1 thread", "of the driver, %d threads".formatted(IN_FLIGHT));
        first.row("limit: curl, feeds fetched and thrown away", Table.spread(figures.of("curl")), "–", "–");
        first.row("limit: bare driver, 1 thread, links", Table.spread(driver), "–", "–");
        first.row("limit: bare driver, %d threads, links".formatted(IN_FLIGHT), Table.spread(threads), "–", "–");
        for (var stage : List.of("stored", "published", "items", "answered")) {
            var series = figures.of(stage);
            first.row(
                    "links " + stage, Table.spread(series), Table.ratio(series, driver), Table.ratio(series, threads));
        }
        out.println(first);
        var unchanged = new Table("unchanged pass", "feeds a second", "CPU ms a feed", "of curl");
        unchanged.row(
                "limit: curl", Table.spread(figures.of("curl 304")), Table.spread(figures.of("curl 304 CPU")), "–");
        unchanged.row(
                "ingest",
                Table.spread(figures.of("polls")),
                Table.spread(figures.of("polls CPU")),
                Table.ratio(figures.of("polls"), figures.of("curl 304")));
        out.println(unchanged);
        var cost = new Table("process", "CPU s for 1,000 links to stored items", "peak RSS, MB");
        cost.row("ingest", Table.spread(figures.of("ingest CPU")), Table.spread(figures.of("ingest memory")));
        cost.row("curation", Table.spread(figures.of("curation CPU")), Table.spread(figures.of("curation memory")));
        cost.row("broker and store", Table.spread(figures.of("ground CPU")), "–");
        out.println(cost);
        out.println("records emitted in the unchanged passes: 0");
    }
}
