package app.tidings.curation.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileArchiveTest {

    private static final int SIZE = 200_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What takes the square of its length would take minutes. */
    @ParameterizedTest
    @ValueSource(strings = {"<!--", "```甲\n", "- ", "（投稿自@甲、"})
    void readsAnyFileInTimeThatGrowsWithItsLength(String part) {
        var text = "1、[甲](https://a.example)\n\n" + part.repeat(SIZE / part.length()) + "乙";

        var issue = assertTimeoutPreemptively(PATIENCE, () -> TestArchives.articles(text));

        assertThat(issue.items()).isNotEmpty();
    }
}
