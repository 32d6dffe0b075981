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

/** Megabytes of feeds for a second of one processor, by our parser and in turn with it by ROME, and whether both find the same. */
public final class ParseBench {

    /** Options that are numbers. */
    public static final List<String> OPTIONS = List.of("files", "rounds", "min-bytes");

    /** Options that are texts. */
    public static final List<String> TEXTS = List.of("folder");

    /** The compiler needs some seconds of each until they are as fast as they get. */
    private static final int WARM_UPS = 6;

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
        var bytes = feeds.stream().mapToLong(file -> file.body().size()).sum();
        var figures = new Rounds();
        for (var warmUp = 0; warmUp < WARM_UPS; warmUp++) {
            turn(feeds, bytes, ParseBench::ours);
            turn(feeds, bytes, ParseBench::rome);
        }
        for (var round = 0; round < rounds; round++) {
            figures.add("ours", turn(feeds, bytes, ParseBench::ours));
            figures.add("ROME", turn(feeds, bytes, ParseBench::rome));
        }
        var ours = figures.of("ours");
        var rome = figures.of("ROME");
        var table = new Table("%s, %.1f MB".formatted(what, bytes / 1e6), "MB a second of CPU", "times ROME");
        table.row("ours", Table.spread(ours), Table.spread(ours.to(rome)));
        table.row("peer: ROME", Table.spread(rome), "–");
        out.println();
        out.println("%d rounds; min / median / max".formatted(rounds));
        out.println(table);
        compare(feeds);
    }

    /** In megabytes for each second of the processor. */
    private static double turn(List<FeedFile> feeds, long bytes, ToIntFunction<FeedFile> parser) {
        return Pace.of(bytes / 1e6, () -> {
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
