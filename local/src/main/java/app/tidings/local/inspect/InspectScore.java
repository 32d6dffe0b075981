package app.tidings.local.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.local.inspect.score.FeedScore;
import app.tidings.local.inspect.score.Tally;
import app.tidings.local.inspect.score.Tally.Measure;
import app.tidings.local.inspect.score.UrlScore;
import app.tidings.local.run.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./tidings inspect score}: how much of a corpus is read as others read it, {@code feeds/expected.jsonl} for feeds and
 * {@code url/vectors*.tsv} for addresses, beside what is wanted.
 */
final class InspectScore implements Inspection {

    private static final String USAGE =
            "inspect score --corpus DIR, with DIR/feeds/expected.jsonl or DIR/url/vectors*.tsv";

    private static final List<Measure> FEEDS = List.of(
            new Measure("match", "files whose titles, links and dates are those of another reader", 0.97),
            new Measure("assertions", "what other readers' own tests demand", 0.98),
            new Measure("dates", "dates, where one is stated", 0.98),
            new Measure("read", "files that are read at all", 0.99));

    private static final List<Measure> ADDRESSES = List.of(
            new Measure("equal", "two addresses of one page become one", 0.98),
            new Measure("differ", "addresses of two pages stay apart", 1),
            new Measure("refuse", "what is no address of a page is refused", 1));

    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public int run(List<String> arguments, PrintStream out) {
        if (arguments.size() != 2 || !arguments.getFirst().equals("--corpus")) {
            throw new Refusal("it is used as " + USAGE);
        }
        var corpus = Path.of(arguments.getLast());
        var list = corpus.resolve("feeds").resolve("expected.jsonl");
        var vectors = vectors(corpus.resolve("url"));
        if (!Files.exists(list) && vectors.isEmpty()) {
            throw new Refusal("there is nothing to score in %s; it is used as %s".formatted(corpus, USAGE));
        }
        var reached = true;
        if (Files.exists(list)) {
            reached = tell("feeds", feeds(list), out);
        }
        if (!vectors.isEmpty()) {
            reached &= tell("addresses", addresses(vectors), out);
        }
        return reached ? 0 : 1;
    }

    private static boolean tell(String what, Tally tally, PrintStream out) {
        out.println(what);
        tally.print(out);
        return tally.isReached();
    }

    /** Feeds are read as {@code inspect feed} reads them, and judged by what it prints. */
    static Tally feeds(Path list) {
        var printed = new ByteArrayOutputStream();
        var directory = list.toAbsolutePath().getParent();
        new InspectFeed()
                .run(
                        List.of("--list", list.toString(), "--base-dir", String.valueOf(directory)),
                        new PrintStream(printed, true, UTF_8));
        var tally = new Tally(FEEDS);
        var score = new FeedScore(tally);
        var got = printed.toString(UTF_8).lines().iterator();
        try {
            lines(list).forEach(line -> score.add(JSON.readTree(line), JSON.readTree(got.next())));
        } catch (JacksonException e) {
            throw new Refusal("%s is not one JSON object a line".formatted(list), e);
        }
        return tally;
    }

    private static Tally addresses(List<Path> vectors) {
        var tally = new Tally(ADDRESSES);
        vectors.stream().flatMap(InspectScore::lines).forEach(new UrlScore(tally)::add);
        return tally;
    }

    private static List<Path> vectors(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches("vectors.*\\.tsv"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new Refusal("cannot read " + directory, e);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().filter(line -> !line.isBlank());
        } catch (IOException e) {
            throw new Refusal("cannot read " + file, e);
        }
    }
}
