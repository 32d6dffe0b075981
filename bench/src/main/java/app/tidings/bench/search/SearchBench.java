package app.tidings.bench.search;

import static com.mongodb.client.model.Filters.in;
import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.bench.Options;
import app.tidings.bench.measure.Machine;
import app.tidings.bench.measure.Series;
import app.tidings.bench.measure.Table;
import app.tidings.bench.stage.Stage;
import app.tidings.bench.stage.Started;
import app.tidings.bench.stage.Waiting;
import app.tidings.local.run.Service;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What the first page of a list, and a search, take over many items, and what the index costs. */
public final class SearchBench {

    /** What may be given on the command line. */
    public static final List<String> OPTIONS = List.of("items", "words", "requests");

    private static final Duration LIMIT = Duration.ofMinutes(30);
    private static final long SEED = 20_261_122;

    /** Seldom: until the index is complete a list is read from the store, which sorts all items for each. */
    private static final long BETWEEN_LOOKS_MILLIS = 10_000;

    private static final int VOCABULARY = 20_000;
    private static final int PAGE = 50;
    private static final String LIST = "/api/v1/items?publication=" + ManyItems.PUBLICATION + "&limit=" + PAGE;

    private final int items;
    private final int words;
    private final int requests;
    private final PrintStream out;
    private final Random random = new Random(SEED);
    private final Vocabulary english = Vocabulary.english(VOCABULARY, SEED);
    private final Vocabulary chinese = Vocabulary.chinese(VOCABULARY, SEED);
    private final Table times = new Table("a page of " + PAGE + ", ms", "p50", "p95", "max");
    private final Table memory = new Table("curation", "RSS, MB", "peak RSS, MB");

    /** With options, as far as they are given. */
    public SearchBench(Options options, PrintStream out) {
        this.items = options.number("items", 100_000);
        this.words = options.number("words", 300);
        this.requests = options.number("requests", 200);
        this.out = out;
    }

    /** Measures and prints. */
    public void run() throws IOException {
        out.println("on " + Machine.described());
        try (var stage = Stage.open("search", "4g")) {
            var ids = new ManyItems(stage, english, chinese).store(items, words);
            out.println("%,d items are stored".formatted(items));
            try (var curation = stage.service(Service.CURATION)) {
                var began = System.nanoTime();
                var built = Waiting.until("the index", LIMIT, BETWEEN_LOOKS_MILLIS, () -> isComplete(stage, curation));
                note("the index built", curation);
                measure(stage, ids);
                note("after all requests", curation);
                out.println("the index was built in %,d s".formatted((built - began) / 1_000_000_000));
            }
        }
        out.println(times);
        out.println(memory);
        out.println("load average at the end " + Machine.load());
    }

    /** While the index is built the store may have no time for others. */
    private static boolean isComplete(Stage stage, Started curation) {
        curation.stillRuns();
        return stage.getUnlessBusy(Service.CURATION, "/api/v1/items?limit=1")
                .filter(list -> list.contains("\"indexing\":false"))
                .isPresent();
    }

    private void note(String moment, Started curation) {
        var usage = curation.usage();
        memory.row(moment, Table.figure(usage.megabytes()), Table.figure(usage.peakMegabytes()));
    }

    private void measure(Stage stage, List<String> ids) {
        time("limit: bare driver reads %d items".formatted(PAGE), () -> {
            var some = random.ints(PAGE, 0, ids.size()).mapToObj(ids::get).toList();
            stage.database(ManyItems.DATABASE)
                    .getCollection("items")
                    .find(in("_id", some))
                    .into(new ArrayList<>());
        });
        time(
                "newest of a state and language",
                () -> stage.get(
                        Service.CURATION,
                        LIST + "&sort=newest&state=NEW&language=" + (random.nextBoolean() ? "zh" : "en")));
        time(
                "newest of a source",
                () -> stage.get(Service.CURATION, LIST + "&sort=newest&source=s" + random.nextInt(ManyItems.SOURCES)));
        time("one English word", () -> search(stage, english.word()));
        time("two English words", () -> search(stage, english.word() + " " + english.word()));
        time("one Chinese word", () -> search(stage, chinese.word()));
        time(
                "two Chinese words, of a state",
                () -> search(stage, chinese.word() + " " + chinese.word() + "&state=NEW"));
    }

    private static String search(Stage stage, String query) {
        var parts = query.split("&", 2);
        var filter = parts.length == 1 ? "" : "&" + parts[1];
        return stage.get(Service.CURATION, LIST + "&q=" + URLEncoder.encode(parts[0], UTF_8) + filter);
    }

    private void time(String what, Runnable request) {
        for (var warm = 0; warm < requests / 2; warm++) {
            request.run();
        }
        var took = new ArrayList<Double>();
        for (var each = 0; each < requests; each++) {
            var began = System.nanoTime();
            request.run();
            took.add((System.nanoTime() - began) / 1e6);
        }
        var series = new Series(took);
        times.row(what, Table.figure(series.median()), Table.figure(series.at(0.95)), Table.figure(series.max()));
    }
}
