package app.tidings.local.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.local.archive.Archive;
import app.tidings.local.inspect.score.IssueScore;
import app.tidings.local.inspect.score.SectionScore;
import app.tidings.local.inspect.score.Tally;
import app.tidings.local.inspect.score.Tally.Measure;
import app.tidings.local.run.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * The half of a corpus with past issues, {@code DIR/weekly}: {@code issues} with {@code expected.json}, {@code issues-en} with
 * {@code expected-en.json}, and {@code compendium*.md}, which holds some of the first again.
 */
record ArchiveCorpus(Path directory) {

    private static final List<Measure> ISSUES = List.of(
            new Measure("items", "items of past issues that are found, title and address", 0.995),
            new Measure("true", "items that are no invention", 0.995),
            new Measure("whole", "past issues that are read in whole", 0.97),
            new Measure(
                    "fields",
                    "items whose section, number, mark, stars, contributor, images and links are right",
                    0.99));

    private static final List<Measure> SECTIONS = List.of(
            new Measure("sections", "items whose section is proposed as the editor chose it, by the other issues", 0.8),
            new Measure("largest", "the same if the largest section were always proposed", 0));

    private static final JsonMapper JSON = new JsonMapper();

    boolean isThere() {
        return Files.exists(directory.resolve("expected.json"));
    }

    /** Each file is read as {@code ./tidings archive import --dry-run --json} reads it, and judged by what that prints. */
    Tally score() {
        var tally = new Tally(ISSUES);
        add("issues", "expected.json", tally);
        if (Files.exists(directory.resolve("expected-en.json"))) {
            add("issues-en", "expected-en.json", tally);
        }
        compendia().forEach(file -> addCompendium(file, tally));
        return tally;
    }

    /** How often the proposed section is the editor's, one issue left out at a time. */
    Tally sections() {
        var tally = new Tally(SECTIONS);
        new SectionScore(tally).add(expected("expected.json").valueStream().toList());
        return tally;
    }

    private void add(String set, String expected, Tally tally) {
        var got = read(directory.resolve(set));
        for (var issue : expected(expected)) {
            new IssueScore(tally).add(set, issue, find(got, "file", issue));
        }
    }

    /** The issues of a compendium are those of the same number. */
    private void addCompendium(Path file, Tally tally) {
        for (var issue : read(file)) {
            var expected = find(expected("expected.json"), "number", issue);
            if (!expected.isMissingNode()) {
                new IssueScore(tally).add(String.valueOf(file.getFileName()), expected, issue);
            }
        }
    }

    private static JsonNode find(JsonNode issues, String field, JsonNode like) {
        return issues.valueStream()
                .filter(issue -> issue.path(field).equals(like.path(field)))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private JsonNode expected(String name) {
        try {
            return JSON.readTree(Files.readString(directory.resolve(name))).path("issues");
        } catch (IOException | JacksonException e) {
            throw new Refusal("cannot read %s in %s".formatted(name, directory), e);
        }
    }

    private static JsonNode read(Path path) {
        var printed = new ByteArrayOutputStream();
        Archive.run(
                List.of("import", "--dry-run", "--json", path.toString()),
                new PrintStream(printed, true, UTF_8),
                System.err);
        return JSON.readTree(printed.toByteArray()).path("issues");
    }

    private List<Path> compendia() {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches("compendium.*\\.md"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new Refusal("cannot read " + directory, e);
        }
    }
}
