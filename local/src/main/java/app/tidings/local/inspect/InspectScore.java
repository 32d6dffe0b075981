package app.tidings.local.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.local.inspect.score.DuplicateScore;
import app.tidings.local.inspect.score.FeedScore;
import app.tidings.local.inspect.score.LanguageScore;
import app.tidings.local.inspect.score.MarkScore;
import app.tidings.local.inspect.score.Tally;
import app.tidings.local.inspect.score.Tally.Measure;
import app.tidings.local.inspect.score.UrlScore;
import app.tidings.local.run.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./tidings inspect score}: how much of a corpus is read as others read it, {@code feeds/expected.jsonl} for feeds,
 * {@code url/vectors*.tsv} for addresses, {@code dedupe/pairs*.tsv} for duplicates, {@code language/titles*.tsv} for languages,
 * {@code language/linked-pages*.tsv} for marks, {@code extraction/*-expected.jsonl} for
 * articles, {@code metadata/*-expected.jsonl} for what pages say about themselves and {@code weekly/expected*.json} for past issues,
 * beside what is wanted.
 */
final class InspectScore implements Inspection {

    private static final String USAGE =
            "inspect score --corpus DIR, with DIR/feeds/expected.jsonl, DIR/url/vectors*.tsv, DIR/dedupe/pairs*.tsv,"
                    + " DIR/language/titles*.tsv, DIR/language/linked-pages*.tsv, DIR/extraction/*-expected.jsonl, DIR/metadata/*-expected.jsonl or DIR/weekly/expected.json";

    private static final List<Measure> FEEDS = List.of(
            new Measure("match", "files whose titles, links and dates are those of another reader", 0.97),
            new Measure("assertions", "what other readers' own tests demand", 0.98),
            new Measure("dates", "dates, where one is stated", 0.98),
            new Measure("read", "files that are read at all", 0.99));

    private static final List<Measure> ADDRESSES = List.of(
            new Measure("equal", "two addresses of one page become one", 0.98),
            new Measure("differ", "addresses of two pages stay apart", 1),
            new Measure("refuse", "what is no address of a page is refused", 1));

    private static final List<Measure> DUPLICATES = List.of(
            new Measure("true", "links taken for one article are one", 0.98),
            new Measure("found", "links to one article are taken for one", 0.9));

    private static final List<Measure> LANGUAGES =
            List.of(new Measure("language", "titles and sentences whose language is told", 0.99));

    private static final List<Measure> MARKS = List.of(
            new Measure("agree", "marks by addresses alone are the editor's", 0.95),
            new Measure("told", "addresses that tell the language of their page", 0.3));

    private static final String EXPECTED = ".+-expected\\.jsonl";

    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public int run(List<String> arguments, PrintStream out) {
        if (arguments.size() != 2 || !arguments.getFirst().equals("--corpus")) {
            throw new Refusal("it is used as " + USAGE);
        }
        var corpus = Path.of(arguments.getLast());
        var scores = new LinkedHashMap<String, Supplier<Tally>>();
        files(corpus.resolve("feeds"), "expected\\.jsonl").forEach(list -> scores.put("feeds", () -> feeds(list)));
        var vectors = files(corpus.resolve("url"), "vectors.*\\.tsv");
        if (!vectors.isEmpty()) {
            scores.put("addresses", () -> addresses(vectors));
        }
        var pairs = files(corpus.resolve("dedupe"), "pairs.*\\.tsv");
        if (!pairs.isEmpty()) {
            scores.put("duplicates", () -> duplicates(pairs));
        }
        var titles = files(corpus.resolve("language"), "titles.*\\.tsv");
        if (!titles.isEmpty()) {
            scores.put("languages", () -> languages(titles));
        }
        var links = files(corpus.resolve("language"), "linked-pages.*\\.tsv");
        if (!links.isEmpty()) {
            scores.put("marks", () -> marks(links));
        }
        files(corpus.resolve("extraction"), EXPECTED)
                .forEach(
                        list -> scores.put("texts of " + list.getFileName(), () -> ScorePages.texts(list, read(list))));
        files(corpus.resolve("metadata"), EXPECTED)
                .forEach(list ->
                        scores.put("fields of " + list.getFileName(), () -> ScorePages.fields(list, read(list))));
        var archive = new ArchiveCorpus(corpus.resolve("weekly"));
        if (archive.isThere()) {
            scores.put("past issues", archive::score);
            scores.put("proposals", archive::sections);
        }
        if (scores.isEmpty()) {
            throw new Refusal("there is nothing to score in %s; it is used as %s".formatted(corpus, USAGE));
        }
        var reached = true;
        for (var score : scores.entrySet()) {
            reached &= tell(score.getKey(), score.getValue().get(), out);
        }
        return reached ? 0 : 1;
    }

    private static List<JsonNode> read(Path list) {
        return lines(list).map(InspectScore::json).toList();
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
        lines(list).forEach(line -> score.add(json(line), json(got.next())));
        return tally;
    }

    /** A line of a list. */
    static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (JacksonException e) {
            throw new Refusal("a list is not one JSON object a line", e);
        }
    }

    private static Tally addresses(List<Path> vectors) {
        var tally = new Tally(ADDRESSES);
        vectors.stream().flatMap(InspectScore::lines).forEach(new UrlScore(tally)::add);
        return tally;
    }

    private static Tally duplicates(List<Path> pairs) {
        var tally = new Tally(DUPLICATES);
        pairs.stream().flatMap(InspectScore::lines).forEach(new DuplicateScore(tally)::add);
        return tally;
    }

    private static Tally languages(List<Path> titles) {
        var tally = new Tally(LANGUAGES);
        titles.stream().flatMap(InspectScore::lines).forEach(new LanguageScore(tally)::add);
        return tally;
    }

    private static Tally marks(List<Path> links) {
        var tally = new Tally(MARKS);
        links.stream().flatMap(InspectScore::lines).forEach(new MarkScore(tally)::add);
        return tally;
    }

    private static List<Path> files(Path directory, String name) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches(name))
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
