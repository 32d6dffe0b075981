package app.tidings.bench.parse;

import app.tidings.bench.Options;
import app.tidings.bench.measure.Machine;
import app.tidings.bench.measure.Pace;
import app.tidings.bench.measure.Rounds;
import app.tidings.bench.measure.Table;
import app.tidings.ingest.feed.Parsed;
import app.tidings.local.run.Refusal;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Megabytes of feeds for a second of one processor, by our parser and in turn with it by its peers, and whether ROME finds the same. */
public final class ParseBench {

    /** Options that are numbers. */
    public static final List<String> OPTIONS = List.of("files", "rounds", "min-bytes");

    /** Options that are texts. */
    public static final List<String> TEXTS = List.of("folder");

    /** The compiler needs some fifteen seconds of each until they are as fast as they get. */
    private static final int WARM_UPS = 15;

    private static final String OURS = "ours";
    private static final String BROKEN = "ours, feeds broken in their last line";
    private static final String ROME = "peer: ROME";
    private static final String FEEDPARSER = "peer: feedparser";

    private static final int MOST_NAMED = 5;

    private final int files;
    private final int rounds;
    private final int minBytes;
    private final Optional<Path> folder;
    private final PrintStream out;

    /** With options, as far as they are given. */
    public ParseBench(Options options, PrintStream out) {
        this.files = options.number("files", 250);
        this.rounds = options.number("rounds", 5);
        this.minBytes = options.number("min-bytes", 4_000);
        this.folder = options.text("folder").map(Path::of);
        this.out = out;
    }

    /** Measures and prints: generated feeds, and those of the folder. */
    public void run() throws IOException {
        out.println("on " + Machine.described());
        tell("%d generated feeds".formatted(files), FeedFile.generated(files));
        folder.ifPresent(from -> tell("feeds in " + from, accepted(from)));
        out.println("load average at the end " + Machine.load());
    }

    /** Examples that somebody made for a test are small, and what they cost has little to do with real feeds. */
    private List<FeedFile> accepted(Path folder) {
        var accepted = FeedFile.in(folder).stream()
                .filter(file -> file.body().size() >= minBytes)
                .filter(file -> FeedFields.of(FeedFields.rome(file.body())).isPresent())
                .toList();
        if (accepted.isEmpty()) {
            throw new Refusal(
                    "no file in %s is a feed of %d bytes or more that ROME accepts".formatted(folder, minBytes));
        }
        return accepted;
    }

    private void tell(String what, List<FeedFile> feeds) {
        var broken = feeds.stream().map(FeedFile::broken).toList();
        var feedparser = Feedparser.over(feeds);
        var figures = new Rounds();
        for (var warmUp = 0; warmUp < WARM_UPS; warmUp++) {
            turns(feeds, broken, new Rounds());
        }
        for (var round = 0; round < rounds; round++) {
            turns(feeds, broken, figures);
            feedparser.ifPresent(peer -> figures.add(FEEDPARSER, peer.turn()));
        }
        var ours = figures.of(OURS);
        var rome = figures.of(ROME);
        var table = new Table(
                "%s, %.1f MB".formatted(what, FeedFile.megabytes(feeds)),
                "MB a second of CPU",
                "ours is so many times");
        table.row(OURS, Table.spread(ours), "–");
        table.row(BROKEN, Table.spread(figures.of(BROKEN)), Table.spread(ours.to(figures.of(BROKEN))));
        table.row(ROME, Table.spread(rome), Table.spread(ours.to(rome)));
        feedparser.ifPresentOrElse(
                _ -> table.row(
                        FEEDPARSER,
                        Table.spread(figures.of(FEEDPARSER)),
                        Table.spread(ours.to(figures.of(FEEDPARSER)))),
                () -> table.row(FEEDPARSER, "not there", "–"));
        out.println();
        out.println("%d rounds; min / median / max".formatted(rounds));
        out.println(table);
        compare(feeds);
    }

    private static void turns(List<FeedFile> feeds, List<FeedFile> broken, Rounds figures) {
        figures.add(OURS, turn(feeds, ParseBench::ours));
        figures.add(ROME, turn(feeds, ParseBench::rome));
        figures.add(BROKEN, turn(broken, ParseBench::ours));
    }

    /** In megabytes for each second of the processor. */
    private static double turn(List<FeedFile> feeds, ToIntFunction<FeedFile> parser) {
        return Pace.of(FeedFile.megabytes(feeds), () -> {
            if (feeds.stream().mapToInt(parser).sum() == 0) {
                throw new Refusal("no entry was read");
            }
        });
    }

    private static int ours(FeedFile file) {
        return FeedFields.ours(file.body()) instanceof Parsed.Feed feed
                ? feed.entries().size()
                : 0;
    }

    private static int rome(FeedFile file) {
        var feed = FeedFields.rome(file.body());
        return feed == null ? 0 : feed.getEntries().size();
    }

    private void compare(List<FeedFile> feeds) {
        out.println("of %d files that ROME accepts, these differ:".formatted(feeds.size()));
        tell(feeds, "titles", FeedFields::titles);
        tell(feeds, "links", FeedFields::links);
        tell(feeds, "dates", FeedFields::dates);
    }

    private void tell(List<FeedFile> feeds, String what, Function<FeedFields, List<String>> field) {
        var different = feeds.stream()
                .filter(file -> !FeedFields.of(FeedFields.ours(file.body()))
                        .map(field)
                        .equals(FeedFields.of(FeedFields.rome(file.body())).map(field)))
                .map(FeedFile::name)
                .toList();
        out.println("  %s in %d%s"
                .formatted(
                        what,
                        different.size(),
                        different.isEmpty()
                                ? ""
                                : ": " + String.join(", ", different.subList(0, Math.min(MOST_NAMED, different.size())))
                                        + (different.size() > MOST_NAMED ? ", …" : "")));
    }
}
