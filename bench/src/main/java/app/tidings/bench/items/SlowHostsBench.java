package app.tidings.bench.items;

import app.tidings.bench.Options;
import app.tidings.bench.measure.Machine;
import app.tidings.bench.measure.Series;
import app.tidings.bench.measure.Table;
import app.tidings.bench.stage.Stage;
import app.tidings.local.run.Service;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Links to many hosts come in at a steady rate; in every other pass three of ten hosts take connections and never answer. Tells how
 * long the links of the other hosts take in both, and how many members the groups of the broker lost.
 */
public final class SlowHostsBench {

    /** What may be given on the command line. */
    public static final List<String> OPTIONS = List.of("items", "rate", "rounds");

    private static final int WORDS = 800;
    private static final long SEED = 20_261_130;

    private final int items;
    private final int rate;
    private final int rounds;
    private final PrintStream out;

    /** With options, as far as they are given. */
    public SlowHostsBench(Options options, PrintStream out) {
        this.items = options.number("items", 200);
        this.rate = options.number("rate", 10);
        this.rounds = options.number("rounds", 3);
        this.out = out;
    }

    /** Measures and prints. */
    public void run() throws IOException {
        out.println("on " + Machine.described());
        var pages = PageWriter.seeded(SEED, WORDS);
        var all = new ArrayList<Double>();
        var hanging = new ArrayList<Double>();
        try (var stage = Stage.open("slow");
                var curation = stage.service(Service.CURATION, "--tidings.fetch.allowed-private=127.0.0.0/8")) {
            var pass = new SlowHostsPass(stage, curation, pages, new SlowHostsPass.Load(items, rate));
            pass.run(0, false); // to warm up
            var members = stage.topics().members();
            for (var round = 0; round < rounds; round++) {
                all.add(pass.run(2 * round + 1, false));
                hanging.add(pass.run(2 * round + 2, true));
            }
            var lost = new ArrayList<>(members);
            lost.removeAll(stage.topics().members());
            out.println(table(new Series(all), new Series(hanging)));
            out.println("members that left their groups: " + lost.size());
        }
        out.println("load average at the end " + Machine.load());
    }

    private static Table table(Series all, Series hanging) {
        return new Table("hosts", "p95 of a link, ms", "of all answering")
                .row("all answer", Table.spread(all), "")
                .row("three of ten hang", Table.spread(hanging), Table.ratio(hanging, all));
    }
}
