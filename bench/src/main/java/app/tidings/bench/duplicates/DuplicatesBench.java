package app.tidings.bench.duplicates;

import app.tidings.bench.Options;
import app.tidings.bench.duplicates.Articles.Article;
import app.tidings.bench.measure.Machine;
import app.tidings.bench.measure.Series;
import app.tidings.bench.measure.Table;
import app.tidings.bench.search.Vocabulary;
import app.tidings.bench.stage.Stage;
import app.tidings.curation.merge.Readings;
import app.tidings.curation.text.ItemTexts;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What it takes to keep a reading and to find those like it, over more and more items, beside the same in an almost empty
 * collection, turn by turn; and whether copies of what was kept long ago are found.
 */
public final class DuplicatesBench {

    /** What may be given on the command line. */
    public static final List<String> OPTIONS = List.of("items", "words", "looks");

    private static final String DATABASE = "duplicates";
    private static final String EMPTY = "duplicates-empty";
    private static final int VOCABULARY = 20_000;
    private static final long SEED = 20_261_130;
    private static final int COPIES_EVERY = 10;

    private final List<Integer> steps;
    private final int looks;
    private final Articles articles;
    private final PrintStream out;
    private final Random random = new Random(SEED);

    /** The number of an article that no step has kept. */
    private int nextFresh = Integer.MAX_VALUE;

    private final Table table = new Table(
            "items",
            "traces",
            "p50, ms",
            "p95, ms",
            "in an empty one: p50, ms",
            "p95, ms",
            "p50 by p50",
            "copies found",
            "most others to compare");

    /** With options, as far as they are given. */
    public DuplicatesBench(Options options, PrintStream out) {
        this.steps = options.numbers("items", List.of(1_000, 10_000, 100_000, 1_000_000)).stream()
                .sorted()
                .toList();
        this.looks = options.number("looks", 1_000);
        this.articles = new Articles(
                Vocabulary.english(VOCABULARY, SEED),
                Vocabulary.chinese(VOCABULARY, SEED),
                options.number("words", 300));
        this.out = out;
    }

    /** Measures and prints. */
    public void run() throws IOException {
        out.println("on " + Machine.described());
        try (var stage = Stage.open("duplicates", "4g")) {
            var filling = new Filling(
                    articles, stage.database(DATABASE), stage.directory().resolve("sorting"));
            warmUp(stage);
            var filled = 0;
            var traces = 0L;
            for (var step : steps) {
                traces += filling.fill(filled, step);
                filled = step;
                out.println("%,d items are stored, load average %s".formatted(filled, Machine.load()));
                look(stage, new Filled(filled, traces));
            }
        }
        out.println("load average at the end " + Machine.load());
    }

    private void warmUp(Stage stage) {
        var empty = new Looks(readings(stage.database(EMPTY)));
        IntStream.range(0, 2 * looks).mapToObj(articles::article).forEach(empty::keep);
    }

    private record Filled(int items, long traces) {}

    /** New articles come, of which every tenth is a copy of one that was kept. */
    private void look(Stage stage, Filled filled) {
        stage.database(EMPTY).drop();
        var full = new Looks(readings(stage.database(DATABASE)));
        var empty = new Looks(readings(stage.database(EMPTY)));
        var copies = 0;
        var found = 0;
        for (var look = 0; look < looks; look++) {
            if (look % COPIES_EVERY == 0) {
                var number = random.nextInt(filled.items());
                copies++;
                if (inTurn(look, full, empty, articles.copy(number)).contains(articles.itemId(number))) {
                    found++;
                }
            } else {
                inTurn(look, full, empty, articles.article(nextFresh--));
            }
        }
        row(filled, full, empty, "%d of %d".formatted(found, copies));
    }

    /** Whoever is second finds the code warm, so each is it every other time. */
    private static Set<String> inTurn(int look, Looks full, Looks empty, Article article) {
        if (look % 2 == 0) {
            empty.keep(article);
        }
        var alike = full.keep(article);
        if (look % 2 == 1) {
            empty.keep(article);
        }
        return alike;
    }

    private static Readings readings(MongoDatabase database) {
        return new Readings(database, new ItemTexts(database));
    }

    private void row(Filled filled, Looks full, Looks empty, String copies) {
        table.row(
                "%,d".formatted(filled.items()),
                "%,d".formatted(filled.traces()),
                Table.figure(full.times().median()),
                Table.figure(full.times().at(0.95)),
                Table.figure(empty.times().median()),
                Table.figure(empty.times().at(0.95)),
                Table.figure(full.times().median() / empty.times().median()),
                copies,
                String.valueOf(full.most()));
        out.println(table);
    }

    /** Readings of a collection, and how long each took. */
    private static final class Looks {

        private final Readings readings;
        private final List<Double> took = new ArrayList<>();
        private int most;

        Looks(Readings readings) {
            this.readings = readings;
        }

        /** Keeps it, and tells which others are like it. */
        Set<String> keep(Article article) {
            var began = System.nanoTime();
            readings.keepLatest(article.itemId(), article.reading());
            var alike = readings.alike(article.itemId());
            took.add((System.nanoTime() - began) / 1e6);
            most = Math.max(most, alike.size());
            return alike;
        }

        Series times() {
            return new Series(took);
        }

        int most() {
            return most;
        }
    }
}
