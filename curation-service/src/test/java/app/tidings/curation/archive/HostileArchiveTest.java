package app.tidings.curation.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileArchiveTest {

    private static final int SIZE = 200_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int LONG = 60_000;

    /** They are read in less than a second, and took twenty and more. */
    private static final Duration LESS_PATIENCE = Duration.ofSeconds(10);

    private static final String BLANKS = " ".repeat(LONG);

    static final List<String> LINES = List.of(
            "2. http://x" + "!".repeat(LONG) + "a",
            "2、乙\n\n" + "订阅地址:[".repeat(LONG / 2),
            "2. 乙" + BLANKS + "丙 https://b.example/",
            "2、[乙](https://b.example)" + BLANKS + "丙",
            "2、[乙](https://b.example)\n\n" + "111，".repeat(LONG) + "丙",
            "## a" + BLANKS + "b");

    /** What takes the square of its length would take minutes. */
    @ParameterizedTest
    @ValueSource(strings = {"<!--", "```甲\n", "- ", "（投稿自@甲、"})
    void readsAnyFileInTimeThatGrowsWithItsLength(String part) {
        var text = "1、[甲](https://a.example)\n\n" + part.repeat(SIZE / part.length()) + "乙";

        var issue = assertTimeoutPreemptively(PATIENCE, () -> TestArchives.articles(text));

        assertThat(issue.items()).isNotEmpty();
    }

    @ParameterizedTest
    @FieldSource("LINES")
    void readsAnyLineInTimeThatGrowsWithItsLength(String line) {
        var text = "1、[甲](https://a.example)\n\n" + line + "\n";

        var issue = assertTimeoutPreemptively(LESS_PATIENCE, () -> TestArchives.articles(text));

        assertThat(issue.items()).isNotEmpty();
    }

    @Test
    void readsAnyFrontMatterInTimeThatGrowsWithItsLength() {
        var text = "---\ntitle: a" + BLANKS + "b\n---\n\n## 文章\n\n1、[甲](https://a.example)\n";

        var issue = assertTimeoutPreemptively(LESS_PATIENCE, () -> TestArchives.only(text));

        assertThat(issue.items()).isNotEmpty();
    }
}
