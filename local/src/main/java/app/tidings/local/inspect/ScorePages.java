package app.tidings.local.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.local.inspect.Inputs.Input;
import app.tidings.local.inspect.score.PageFields;
import app.tidings.local.inspect.score.PageText;
import app.tidings.local.inspect.score.Tally;
import app.tidings.local.inspect.score.Tally.Measure;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Reads the pages of a corpus as {@code inspect page} reads them, and judges what it prints. */
final class ScorePages {

    private static final List<Measure> TEXTS = List.of(
            new Measure("f1", "mean F1 of the words of the text", 0.965),
            new Measure("good", "pages with F1 of 0.9 or more", 0.88),
            new Measure("found", "pages with F1 of 0.5 or more", 1));

    private static final List<Measure> FIELDS =
            List.of(new Measure("fields", "what pages say of themselves, as another reader reads it", 0.9));

    /** What pages are taken to come from that do not say it. */
    private static final String ANY_ADDRESS = "http://fakehost/test/page.html";

    private ScorePages() {}

    /** Articles: {@code NAME-expected.jsonl} beside the pages {@code NAME/ID/source.html}. */
    static Tally texts(Path list, List<JsonNode> expected) {
        var tally = new Tally(TEXTS);
        score(expected, each -> folder(list).resolve(id(each)).resolve("source.html"), new PageText(tally)::add);
        return tally;
    }

    /** Metadata: {@code NAME-expected.jsonl} beside the pages {@code NAME/ID.html}. */
    static Tally fields(Path list, List<JsonNode> expected) {
        var tally = new Tally(FIELDS);
        score(expected, each -> folder(list).resolve(id(each) + ".html"), new PageFields(tally)::add);
        return tally;
    }

    private static Path folder(Path list) {
        var name = list.getFileName().toString().replace("-expected.jsonl", "");
        return list.toAbsolutePath().resolveSibling(name);
    }

    private static String id(JsonNode expected) {
        return expected.path("id").asString();
    }

    private interface Place {
        Path of(JsonNode expected);
    }

    private static void score(List<JsonNode> expected, Place place, BiConsumer<JsonNode, JsonNode> add) {
        var inputs = expected.stream().map(each -> input(each, place.of(each))).toList();
        var printed = new ByteArrayOutputStream();
        InspectPage.print(inputs, new PrintStream(printed, true, UTF_8));
        var got = printed.toString(UTF_8).lines().map(InspectScore::json).toList();
        IntStream.range(0, got.size()).forEach(i -> add.accept(expected.get(i), got.get(i)));
    }

    private static Input input(JsonNode expected, Path file) {
        return new Input(
                id(expected),
                file.toString(),
                Path.of(""),
                Map.of(),
                expected.path("url").asString(ANY_ADDRESS));
    }
}
