package app.tidings.curation.archive.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContributorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "好文。（@小舟 投稿）|小舟",
                "好文。(@小舟投稿)|小舟",
                "好文。（投稿自@Chao）|Chao",
                "好文。（投稿自 @[Jay](https://github.example/Jay)）|Jay",
                "好文。（投稿by@Jay）|Jay",
                "好文。（分享自@Jay Young）|Jay Young",
                "好文。（分享自：小舟）|小舟",
                "@小舟 投稿：看了这篇。|小舟",
                "好库。（star 1.4K，投稿自@Chao）|Chao",
                "好库。（star 1.4K / 投稿自 @[Chao](https://github.example/Chao)）|Chao",
                "好库。（star 1.4K，@Chao 投稿）|Chao",
                "好库。（@Chao 投稿，star 1.4K）|Chao",
                "好库。（投稿自@Chao，star 1.4K）|Chao",
                "好文。（投稿自@Chao 和 @Bob）|Chao",
                "好文。（投稿自@小和尚）|小和尚",
                "好文。（投稿By@Chao）|Chao",
                "好文。（投稿自＠Chao）|Chao",
                "第一段。\\n\\n@小舟 投稿：看了这篇。|小舟",
            })
    void readsWhoIsThanked(String markdown, String name) {
        assertThat(Contributor.in(Markup.plain(Markup.blocks(markdown.replace("\\n", "\n")))))
                .contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "现在 @someone 提交了代码",
                "欢迎投稿",
                "（投稿地址在文末）",
                "UP 主@今天 基于文章制作",
                "（欢迎分享给朋友）",
                "（star 1K，由 @Chao 维护）",
                "（star 1K，推荐自学）",
                "（star 1K，欢迎投稿）"
            })
    void takesNobodyElse(String text) {
        assertThat(Contributor.in(text)).isEmpty();
    }
}
