package app.tidings.bench.items;

import app.tidings.bench.Options;
import app.tidings.bench.measure.Machine;
import app.tidings.bench.measure.Table;
import app.tidings.bench.polls.Impolite;
import app.tidings.bench.stage.Stage;
import app.tidings.bench.stage.Started;
import app.tidings.bench.stage.Waiting;
import app.tidings.contracts.ItemEvent;
import app.tidings.contracts.LinkEvent.LinkFound;
import app.tidings.local.run.Service;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * From {@code link-found} to {@code item-enriched}: curation alone with broker and store gets links, fetches their pages from
 * loopback, reads, summarises and stores them. Tells pages a second, what each costs, and whether memory grows with the items.
 */
public final class ItemsBench {

    /** What may be given on the command line. */
    public static final List<String> OPTIONS = List.of("items", "steps", "words");

    private static final Duration LIMIT = Duration.ofMinutes(30);
    private static final int HOSTS = 40;
    private static final int IN_FLIGHT = 64;
    private static final int AHEAD = 1_000;
    private static final int BATCH = 100;
    private static final long SEED = 20_261_129;

    private final int items;
    private final int steps;
    private final int words;
    private final PrintStream out;

    /** With options, as far as they are given. */
    public ItemsBench(Options options, PrintStream out) {
        this.items = options.number("items", 10_000);
        this.steps = options.number("steps", 10);
        this.words = options.number("words", 800);
        this.out = out;
    }

    /** Measures and prints. */
    public void run() throws IOException {
        out.println("on " + Machine.described());
        var pages = PageWriter.seeded(SEED, words);
        var table = new Table(
                "items", "pages a second", "CPU ms a page", "of broker and store", "alive in the heap, MB", "RSS, MB");
        try (var stage = Stage.open("items")) {
            var port = stage.installation().ports().newsroom();
            try (var _ = sites(port, pages);
                    var curation = stage.service(Service.CURATION, Impolite.fetching(IN_FLIGHT))) {
                for (var step = 0; step < steps; step++) {
                    step(new Parts(stage, curation, port), step * (items / steps), table);
                }
            }
        }
        out.println(table);
        out.println("load average at the end " + Machine.load());
    }

    /** Each host is asked by a few at a time, whatever is set. */
    private static Closeable sites(int port, PageWriter pages) {
        var sites = IntStream.rangeClosed(1, HOSTS)
                .mapToObj(host -> new PageSite(InetAddress.ofLiteral("127.0.0." + host), port, pages))
                .toList();
        return () -> sites.forEach(PageSite::close);
    }

    private record Parts(Stage stage, Started curation, int port) {

        long told() {
            curation.stillRuns();
            return stage.topics().count(ItemEvent.TOPIC);
        }
    }

    private void step(Parts parts, int first, Table table) {
        var count = items / steps;
        var cpu = parts.curation().usage().cpuSeconds();
        var ground = parts.stage().ground().usage().cpuSeconds();
        var began = System.nanoTime();
        var done = drive(parts, first, count);
        var seconds = (done - began) / 1e9;
        var row = List.of(
                count / seconds,
                (parts.curation().usage().cpuSeconds() - cpu) * 1e3 / count,
                (parts.stage().ground().usage().cpuSeconds() - ground) * 1e3 / count,
                Heap.aliveMegabytes(parts.curation().pid(), parts.stage().log("jcmd")),
                parts.curation().usage().megabytes());
        var cells = Stream.concat(
                Stream.of("%,d".formatted(first + count)), row.stream().map(Table::figure));
        table.row(cells.toArray(String[]::new));
        out.println("%,d items: %s"
                .formatted(first + count, row.stream().map(Table::figure).toList()));
    }

    /** Never so many ahead that a lease runs out while an item waits. Each item tells one event, as no two are alike. */
    private static long drive(Parts parts, int first, int count) {
        for (var sent = 0; sent < count; sent += BATCH) {
            var bound = first + sent - AHEAD;
            Waiting.until("items to be told", LIMIT, () -> parts.told() >= bound);
            parts.stage()
                    .topics()
                    .sendAll(IntStream.range(first + sent, first + Math.min(count, sent + BATCH))
                            .mapToObj(number -> found(number, parts.port()))
                            .toList());
        }
        return Waiting.until("the last items to be told", LIMIT, () -> parts.told() >= first + count);
    }

    private static LinkFound found(int number, int port) {
        return Links.to("http://127.0.0.%d:%d/%d".formatted(1 + number % HOSTS, port, number));
    }
}
