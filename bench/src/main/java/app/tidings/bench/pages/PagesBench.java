package app.tidings.bench.pages;

import app.tidings.bench.Options;
import app.tidings.bench.measure.Machine;
import app.tidings.bench.measure.Pace;
import app.tidings.bench.measure.Rounds;
import app.tidings.bench.measure.Table;
import app.tidings.local.run.Refusal;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Pages for a second of one processor: what they say of themselves, and their articles, each in turn with limits and peers. */
public final class PagesBench {

    /** Options that are numbers. */
    public static final List<String> OPTIONS = List.of("rounds");

    /** Options that are texts. */
    public static final List<String> TEXTS = List.of("folder", "node-modules");

    private static final String LIMIT = "limit: jsoup parse, 8 selectors";
    private static final String PEER = "peer: Readability4J";

    /** The compiler needs some seconds of each until they are as fast as they get. */
    private static final int WARM_UPS = 30;

    private final int rounds;
    private final List<SavedPage> pages;
    private final OtherReaders others;
    private final PrintStream out;
    private final Map<String, ToIntFunction<SavedPage>> readers = new LinkedHashMap<>();

    /** With options; {@code folder} must be among them. */
    public PagesBench(Options options, PrintStream out) {
        this.rounds = options.number("rounds", 5);
        this.pages = SavedPage.below(options.text("folder")
                .map(Path::of)
                .orElseThrow(() -> new Refusal("name a folder of saved pages with --folder")));
        this.others = new OtherReaders(pages, options.text("node-modules").map(Path::of));
        this.out = out;
        readers.put(LIMIT, Readers::bare);
        readers.put("metadata", Readers::metadata);
        readers.put("metadata and article", Readers::article);
        readers.put(PEER, Readers::readability4j);
    }

    /** Measures and prints. */
    public void run() throws IOException {
        out.println("on " + Machine.described());
        var figures = new Rounds();
        for (var warmUp = 0; warmUp < WARM_UPS; warmUp++) {
            readers.values().forEach(this::turn);
        }
        for (var round = 0; round < rounds; round++) {
            readers.forEach((name, reader) -> figures.add(name, turn(reader)));
            others.run(figures);
        }
        var table = new Table(
                "%d pages, %.1f MB".formatted(pages.size(), megabytes()),
                "pages a second of CPU",
                "of the limit",
                "times Readability4J");
        readers.keySet().forEach(name -> row(table, name, figures));
        others.names().forEach(name -> row(table, name, figures));
        out.println();
        out.println("%d rounds; min / median / max".formatted(rounds));
        out.println(table);
        others.missing().forEach(out::println);
        out.println("load average at the end " + Machine.load());
    }

    private static void row(Table table, String name, Rounds figures) {
        var series = figures.of(name);
        table.row(
                name,
                Table.spread(series),
                Table.ratio(series, figures.of(LIMIT)),
                Table.spread(series.to(figures.of(PEER))));
    }

    private double turn(ToIntFunction<SavedPage> reader) {
        return Pace.of(pages.size(), () -> {
            if (pages.stream().mapToInt(reader).sum() == 0) {
                throw new Refusal("nothing was found in any page");
            }
        });
    }

    private double megabytes() {
        return pages.stream().mapToInt(page -> page.html().length()).sum() / 1e6;
    }
}
