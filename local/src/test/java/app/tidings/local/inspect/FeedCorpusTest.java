package app.tidings.local.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import tools.jackson.databind.json.JsonMapper;

/** Feeds that other readers of feeds are tested with, where somebody has them: {@code TIDINGS_CORPUS} names the folder. */
@EnabledIfEnvironmentVariable(named = "TIDINGS_CORPUS", matches = ".+")
class FeedCorpusTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void readsFeedsAsOtherReadersDo() throws Exception {
        var feeds = Path.of(System.getenv("TIDINGS_CORPUS"), "feeds");
        var list = feeds.resolve("expected.jsonl");

        var expected = Files.readAllLines(list);
        var got = inspected("feed", "--list", list.toString(), "--base-dir", feeds.toString());

        assertThat(got).hasSameSizeAs(expected);
        var score = new FeedScore();
        for (var i = 0; i < got.size(); i++) {
            score.add(JSON.readTree(expected.get(i)), JSON.readTree(got.get(i)));
        }
        System.out.print(score);
        assertThat(score.share("match")).isGreaterThanOrEqualTo(0.97);
        assertThat(score.share("assertions")).isGreaterThanOrEqualTo(0.98);
        assertThat(score.share("dates")).isGreaterThanOrEqualTo(0.98);
        assertThat(score.share("read")).isGreaterThanOrEqualTo(0.99);
    }

    private static List<String> inspected(String... arguments) {
        var out = new ByteArrayOutputStream();
        var status = Inspect.run(List.of(arguments), new PrintStream(out, false, UTF_8), System.err);

        assertThat(status).isZero();
        return out.toString(UTF_8).lines().toList();
    }
}
