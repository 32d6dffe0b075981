package app.tidings.bench.pages;

import app.tidings.bench.Options;
import app.tidings.bench.measure.Machine;
import app.tidings.bench.measure.Pace;
import app.tidings.bench.measure.Rounds;
import app.tidings.bench.measure.Series;
import app.tidings.bench.measure.Table;
import app.tidings.bench.search.Vocabulary;
import app.tidings.curation.summary.RankedSentences;
import app.tidings.curation.summary.Summarizer.Reading;
import app.tidings.local.run.Refusal;
import com.hankcs.hanlp.HanLP;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Summaries for a second of one processor beside those of HanLP, what the slowest takes, and, of real pages, how much they add to
 * what finding the article costs.
 */
public final class SummariesBench {

    /** Options that are numbers. */
    public static final List<String> OPTIONS = List.of("rounds", "texts");

    /** Options that are texts. */
    public static final List<String> TEXTS = List.of("folder");

    private static final String OURS = "summary";
    private static final String PEER = "peer: HanLP extractSummary";
    private static final int WARM_UPS = 10;
    private static final int VOCABULARY = 20_000;
    private static final long SEED = 20_261_129;
    private static final int ENGLISH_WORDS = 1_000;
    private static final int SENTENCES = 3;
    private static final int MOST_CHARACTERS = 2_000;

    private final int rounds;
    private final List<Reading> texts;
    private final List<SavedPage> pages;
    private final PrintStream out;
    private final RankedSentences ranked = RankedSentences.usual();

    /** With options, as far as they are given. */
    public SummariesBench(Options options, PrintStream out) {
        this.rounds = options.number("rounds", 5);
        this.out = out;
        this.texts = readings(options.number("texts", 200), Vocabulary.english(VOCABULARY, SEED));
        this.pages = options.text("folder").map(Path::of).map(SavedPage::below).orElse(List.of());
    }

    private static List<Reading> readings(int count, Vocabulary words) {
        return IntStream.range(0, count)
                .mapToObj(number ->
                        new Reading(words.text(8), words.drawnBy(number).text(ENGLISH_WORDS)))
                .toList();
    }

    /** Measures and prints. */
    public void run() throws IOException {
        out.println("on " + Machine.described());
        out.println("%d rounds, one thread; min / median / max".formatted(rounds));
        out.println();
        out.println(beside("invented, 1,000 English words", texts));
        if (!pages.isEmpty()) {
            ofPages();
        }
        out.println("load average at the end " + Machine.load());
    }

    private Table beside(String name, List<Reading> texts) {
        var table = new Table(name, "texts a second of CPU", "times HanLP", "CPU ms: p50", "p99", "max");
        var figures = new Rounds();
        for (var round = -WARM_UPS; round < rounds; round++) {
            var noted = round < 0 ? new Rounds() : figures;
            noted.add(
                    PEER,
                    pace(
                            texts,
                            each -> HanLP.extractSummary(each.text(), SENTENCES).size()));
            noted.add(OURS, pace(texts, this::summarise));
        }
        var took = took(texts);
        table.row(PEER, Table.spread(figures.of(PEER)), "1", "–", "–", "–");
        table.row(
                OURS,
                Table.spread(figures.of(OURS)),
                Table.spread(figures.of(OURS).to(figures.of(PEER))),
                Table.figure(took.median()),
                Table.figure(took.at(0.99)),
                Table.figure(took.max()));
        return table;
    }

    private interface Work {
        int of(Reading reading);
    }

    private static double pace(List<Reading> readings, Work work) {
        return Pace.of(readings.size(), () -> {
            if (readings.stream().mapToInt(work::of).sum() == 0) {
                throw new Refusal("no text has a summary");
            }
        });
    }

    private int summarise(Reading reading) {
        return ranked.summary(reading).map(each -> each.text().length()).orElse(0);
    }

    /** What each takes of this thread's time, so that what else the machine does is not in it. */
    private Series took(List<Reading> texts) {
        var threads = ManagementFactory.getThreadMXBean();
        var took = new ArrayList<Double>();
        for (var round = 0; round < rounds; round++) {
            for (var reading : texts) {
                var began = threads.getCurrentThreadCpuTime();
                summarise(reading);
                took.add((threads.getCurrentThreadCpuTime() - began) / 1e6);
            }
        }
        return new Series(took);
    }

    private void ofPages() {
        var articles =
                pages.stream().filter(page -> Readers.reading(page).isPresent()).toList();
        var readings = articles.stream()
                .map(Readers::reading)
                .flatMap(Optional::stream)
                .toList();
        out.println(beside(
                "%d articles of the folder, up to %d characters of each".formatted(readings.size(), MOST_CHARACTERS),
                readings.stream().map(SummariesBench::cut).toList()));
        out.println(share(articles, readings));
    }

    /** What the peer takes grows with the square of the text. */
    private static Reading cut(Reading whole) {
        return new Reading(
                whole.title(), whole.text().substring(0, Math.min(whole.text().length(), MOST_CHARACTERS)));
    }

    private String share(List<SavedPage> articles, List<Reading> readings) {
        var figures = new Rounds();
        for (var round = -WARM_UPS; round < rounds; round++) {
            var noted = round < 0 ? new Rounds() : figures;
            noted.add("article", Pace.of(readings.size(), () -> articles.forEach(Readers::article)));
            noted.add(OURS, pace(readings, this::summarise));
        }
        return "a summary takes %s of what finding the article takes"
                .formatted(Table.ratio(figures.of("article"), figures.of(OURS)));
    }
}
