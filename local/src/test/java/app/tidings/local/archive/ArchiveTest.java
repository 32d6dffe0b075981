package app.tidings.local.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ArchiveTest {

    private static final String ISSUE = """
            # 海燕周刊#12：潮水

            本期分享了 3 篇文章。

            ## 🦄文章&教程

            1、[灯塔](https://lighthouse.example)（英文）

            灯塔的话。（star 2.3K）（@小舟 投稿）

            2、内容删除
            """;

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return Archive.run(
                Stream.concat(Stream.of("import"), Stream.of(arguments)).toList(),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    @Test
    void tellsAsJsonWhatWasRead() throws IOException {
        write("2025-01-02-weekly.md", ISSUE);

        assertThat(run("--dry-run", "--json", directory.toString())).isZero();

        var issue = new JsonMapper().readTree(out.toByteArray()).path("issues").path(0);
        assertThat(issue.path("file").asString()).isEqualTo("2025-01-02-weekly.md");
        assertThat(issue.path("number").asInt()).isEqualTo(12);
        assertThat(issue.path("date").asString()).isEqualTo("2025-01-02");
        var section = issue.path("sections").path(0);
        assertThat(section.path("name").asString()).isEqualTo("文章&教程");
        assertThat(section.path("kind").asString()).isEqualTo("articles");
        var item = section.path("items").path(0);
        assertThat(item.path("n").asInt()).isEqualTo(1);
        assertThat(item.path("url").asString()).isEqualTo("https://lighthouse.example");
        assertThat(item.path("lang_en").asBoolean()).isTrue();
        assertThat(item.path("stars").asInt()).isEqualTo(2300);
        assertThat(item.path("contributor").asString()).isEqualTo("小舟");
        assertThat(section.path("items").path(1).path("removed").asBoolean()).isTrue();
        assertThat(section.path("items").path(1).path("url").isNull()).isTrue();
    }

    @Test
    void tellsPeopleWhatWasNotUnderstood() throws IOException {
        write("2025-01-02-weekly.md", ISSUE);
        write("notes.md", "只是一些话。");
        write("picture.png", "no Markdown");

        assertThat(run("--dry-run", directory.toString())).isZero();

        assertThat(out.toString(UTF_8))
                .contains(
                        "2025-01-02-weekly.md  #12  2025-01-02  zh  full: 文章&教程 2",
                        "  2025-01-02-weekly.md:1: the introduction tells of 3 articles, and there are 2",
                        "  notes.md:1: there are no items",
                        "2 files, 2 issues, 2 items (1 without an address, 1 withdrawn, 1 with a contributor)")
                .doesNotContain("picture.png");
    }

    @Test
    void readsAFileThatIsNoUtf8AndSaysSoInBothForms() throws IOException {
        Files.write(directory.resolve("2025-01-02-weekly.md"), ISSUE.getBytes(Charset.forName("GB18030")));

        assertThat(run("--dry-run", directory.toString())).isZero();
        assertThat(out.toString(UTF_8))
                .contains("full: 文章&教程 2", "  2025-01-02-weekly.md:1: the file is no UTF-8, and was read as GB18030");

        out.reset();
        assertThat(run("--dry-run", "--json", directory.toString())).isZero();
        var finding =
                new JsonMapper().readTree(out.toByteArray()).path("findings").path(0);
        assertThat(finding.path("file").asString()).isEqualTo("2025-01-02-weekly.md");
        assertThat(finding.path("line").asInt()).isEqualTo(1);
        assertThat(finding.path("message").asString()).startsWith("the file is no UTF-8");
    }

    @Test
    void refusesWhatCannotBegin() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("--dry-run", "--fast", directory.toString())).isEqualTo(2);
        assertThat(run("--dry-run", directory.toString())).isEqualTo(2);
        assertThat(run("--dry-run", directory.resolve("nowhere").toString())).isEqualTo(2);

        assertThat(err.toString(UTF_8).lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("tidings: it is used as archive import"),
                        line -> assertThat(line).startsWith("tidings: there is no option --fast"),
                        line -> assertThat(line).startsWith("tidings: there is no .md file in"),
                        line -> assertThat(line).startsWith("tidings: cannot read"));
    }
}
