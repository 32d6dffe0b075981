package app.tidings.curation.archive;

import static app.tidings.curation.archive.TestArchives.articles;
import static app.tidings.curation.archive.TestArchives.only;
import static app.tidings.curation.archive.TestArchives.titles;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.curation.archive.PastIssue.Section;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SectionHeadingsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "**🦄文章&教程：**",
                "**🦄文章&教程**：",
                "🦄文章&教程：",
                "文章&教程:",
                "**【文章&教程】**",
                "【🦄文章&教程】",
                "__🦄文章&教程__",
                "<h2>🦄文章&教程</h2>",
                "<h3 id=\"a\">🦄文章&教程</h3>",
                "<b>🦄文章&教程</b>",
                "## <b>🦄文章&教程</b>",
                "＃＃ 🦄文章&教程",
                "[## 🦄文章&教程](https://paid.example)",
                "## 🦄文章&教程：",
                "## <a id=\"a\"></a>🦄文章&教程",
                "## 🦄文章&教程 {#articles}",
                "## 🦄\u00a0文章&教程\u00a0",
                "\u00a0## 🦄文章&教程",
                "\u3000## 🦄文章&教程",
                "\ufeff## 🦄文章&教程",
                "## \u200b🦄文章&教程",
                "## 🦄文章&教程 ##"
            })
    void readsTheNameWithoutWhatDecoratesIt(String heading) {
        var issue = only("# 海燕周刊#7：一\n\n你好。\n\n%s\n\n1、[甲](https://a.example)\n".formatted(heading));

        assertThat(issue.sections()).singleElement().satisfies(section -> {
            assertThat(section.name()).isEqualTo("文章&教程");
            assertThat(section.items()).hasSize(1);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"**🎁赠书福利：**", "【🎁赠书福利】", "**🐼欢迎订阅**："})
    void takesNoItemsOutOfADecoratedSectionOfText(String heading) {
        var issue = articles("1、[甲](https://a.example)\n\n%s\n\n1、[一本书](https://book.example)\n".formatted(heading));

        assertThat(titles(issue)).containsExactly("甲");
        assertThat(issue.sections()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"🔗 相关文章：", "**相关项目：**", "📹 视频：", "文章：", "【视频】", "项目地址：", "**📚 延伸文章：**", "**📢 关于作者：**"})
    void takesALineThatLeadsToAListForText(String line) {
        var issue =
                articles("1、[甲](https://a.example)\n\n%s\n\n- [一](https://one.example)\n\n2、[乙](https://b.example)\n"
                        .formatted(line));

        assertThat(issue.sections()).extracting(Section::name).containsExactly("文章&教程");
        assertThat(titles(issue)).containsExactly("甲", "乙");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# 海燕周刊#7：海风 #",
                "# 海燕周刊#7：海风 ##",
                "＃ 海燕周刊#7：海风",
                "<h1>海燕周刊#7：海风</h1>",
                "#\u00a0海燕周刊#7：海风",
                "# [海燕周刊#7：海风](https://sea.example)"
            })
    void readsTheTitleWithoutWhatDecoratesIt(String title) {
        var issue = only(title + "\n\n你好。\n\n## 🦄文章&教程\n\n1、[甲](https://a.example)\n");

        assertThat(issue.title()).isEqualTo("海燕周刊#7：海风");
        assertThat(issue.number()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "**①** 潮汐",
                "\\① 潮汐",
                "①\u00a0潮汐",
                "\u3000① 潮汐",
                "①：潮汐",
                "①) 潮汐",
                "- ① 潮汐",
                "① 潮汐<br>",
                "<b>①</b> 潮汐",
                "\u200b① 潮汐"
            })
    void readsTheTitlesOfATeaserWithoutWhatDecoratesThem(String title) {
        var issue = only("# 海燕周刊#120：标题\n\n**[🦄文章&教程](https://paid.example)**\n\n%s\n\n%s\n"
                .formatted(title, title.replace("①", "②").replace("潮汐", "锚")));

        assertThat(titles(issue)).containsExactly("潮汐", "锚");
        assertThat(issue.format()).isEqualTo(PastIssue.Format.TEASER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"# 海燕周刊#7：学 C#", "# 海燕周刊#7：F# 与 C#"})
    void keepsASharpThatBelongsToTheTitle(String title) {
        assertThat(only(title + "\n\n## 文章\n\n1、[甲](https://a.example)\n").title())
                .isEqualTo(title.substring(2));
    }
}
