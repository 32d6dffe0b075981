package app.tidings.bench.polls;

import app.tidings.bench.Options;
import app.tidings.bench.feeds.FeedSite;
import app.tidings.bench.measure.Machine;
import app.tidings.bench.measure.Rounds;
import app.tidings.bench.measure.Table;
import app.tidings.bench.stage.Stage;
import app.tidings.bench.stage.Started;
import app.tidings.bench.stage.Waiting;
import app.tidings.local.run.Service;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What many sources cost ingest: memory, as Linux counts it, and processor time where nothing changes. */
public final class SourcesBench {

    /** What may be given on the command line. */
    public static final List<String> OPTIONS = List.of("sources", "entries", "idle-seconds");

    private static final String SET = "all";
    private static final double SECONDS_BETWEEN_POLLS = 30 * 60;

    private final int sources;
    private final int entries;
    private final int idleSeconds;
    private final PrintStream out;
    private final Table table = new Table("ingest", "RSS, MB", "peak RSS, MB");

    /** With options, as far as they are given. */
    public SourcesBench(Options options, PrintStream out) {
        this.sources = options.number("sources", 10_000);
        this.entries = options.number("entries", 2);
        this.idleSeconds = options.number("idle-seconds", 20);
        this.out = out;
    }

    /** Measures and prints. */
    public void run() throws IOException {
        out.println("on " + Machine.described());
        try (var stage = Stage.open("sources");
                var _ = FeedSite.serve(stage, entries, Map.of(SET, sources));
                var ingest = stage.service(Service.INGEST, Impolite.ingestAlone(PollsBench.IN_FLIGHT))) {
            var site = FeedSite.of(stage);
            var figures = new Rounds();
            note("started", ingest);
            new FirstPass(stage, ingest, site, entries).run(SET, sources, figures);
            note("each source polled, all links published", ingest);
            new UnchangedPass(stage, ingest, site).run(SET, sources, figures);
            note("each source polled once more", ingest);
            var idle = idle(ingest);
            note("after a while of nothing to do", ingest);
            print(figures, idle);
        }
        out.println("load average at the end " + Machine.load());
    }

    private void note(String moment, Started ingest) {
        var usage = ingest.usage();
        table.row(moment, Table.figure(usage.megabytes()), Table.figure(usage.peakMegabytes()));
    }

    /** The share of one processor that it takes while nothing is due. */
    private double idle(Started ingest) {
        var before = ingest.usage().cpuSeconds();
        Waiting.pause(idleSeconds * 1_000L);
        return (ingest.usage().cpuSeconds() - before) / idleSeconds;
    }

    private void print(Rounds figures, double idle) {
        var poll = figures.of("polls CPU").median();
        out.println();
        out.println("%,d sources of %d entries".formatted(sources, entries));
        out.println(table);
        out.println(String.format(
                Locale.ROOT,
                "an unchanged poll takes %.2f ms of CPU: each source every 30 minutes takes %.2f %% of one processor, nothing due %.2f %%",
                poll,
                100 * poll / 1e3 * sources / SECONDS_BETWEEN_POLLS,
                100 * idle));
    }
}
