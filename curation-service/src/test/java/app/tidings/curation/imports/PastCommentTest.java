package app.tidings.curation.imports;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.contracts.Credit;
import app.tidings.curation.archive.ArchiveFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PastCommentTest {

    private static PastComment of(String comment) {
        var file = ArchiveFile.read(
                "2024-02-03.md", "# 海燕周刊#7：一\n\n## 🐿️项目&资源\n\n1、[甲](https://a.example)\n\n%s\n".formatted(comment));
        return PastComment.of(file.issues().getFirst().items().findFirst().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "好库。（star 1.4K）（投稿自@小舟）",
                "好库。（star 1.4K，投稿自@小舟）",
                "好库。（star 1.4K / 投稿自@[小舟](https://boat.example)）",
                "好库。（star 1.4K，@小舟 投稿）",
                "好库。（@小舟 投稿，star 1.4K）",
                "好库。(1.4K stars; 投稿自＠小舟)"
            })
    void takesStarsAndCreditOutOfTheirBrackets(String comment) {
        assertThat(of(comment)).satisfies(read -> {
            assertThat(read.markdown()).isEqualTo("好库。");
            assertThat(read.stars()).isEqualTo(1400);
            assertThat(read.credits()).extracting(Credit::name).containsExactly("小舟");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"好库（star 1.4K，由小舟维护）。|好库（star 1.4K，由小舟维护）。", "甲（star 1.4K），乙（star 2K）。|甲（star 1.4K），乙（star 2K）。"})
    void leavesWhatIsPartOfASentence(String comment, String markdown) {
        assertThat(of(comment)).satisfies(read -> {
            assertThat(read.markdown()).isEqualTo(markdown);
            assertThat(read.stars()).isNull();
        });
    }
}
