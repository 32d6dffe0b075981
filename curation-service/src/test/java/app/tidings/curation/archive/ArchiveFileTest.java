package app.tidings.curation.archive;

import static app.tidings.curation.archive.TestArchives.FULL;
import static app.tidings.curation.archive.TestArchives.only;
import static app.tidings.curation.archive.TestArchives.section;
import static app.tidings.curation.archive.TestArchives.titles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import app.tidings.curation.archive.PastIssue.Format;
import app.tidings.curation.archive.PastIssue.Section;
import app.tidings.curation.archive.line.Markup.Reference;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveFileTest {

    @Test
    void readsFrontMatterThatYamlWouldRefuse() {
        var issue = only(FULL);

        assertThat(issue.title()).isEqualTo("海燕周刊#7：潮水里的 'Python'");
        assertThat(issue.number()).isEqualTo(7);
        assertThat(issue.date()).isEqualTo(LocalDate.of(2024, 2, 3));
        assertThat(issue.author()).isEqualTo("阿潮");
        assertThat(issue.language()).isEqualTo("zh");
        assertThat(issue.format()).isEqualTo(Format.FULL);
    }

    @Test
    void partsAnIssueIntoSectionsOfItemsAndOfText() {
        var issue = only(FULL);

        assertThat(issue.sections())
                .extracting(Section::name, Section::emoji, Section::topic)
                .containsExactly(
                        tuple("文章&教程", "🦄", Topic.ARTICLES),
                        tuple("项目&资源", "🐿", Topic.PROJECTS),
                        tuple("欢迎订阅", "🐼", Topic.SUBSCRIBE));
        assertThat(section(issue, "项目&资源").link()).isEqualTo("https://paid.example/p");
        assertThat(section(issue, "文章&教程").text().plain()).isEqualTo("开头的一句话。");
        assertThat(section(issue, "欢迎订阅").text().links()).hasSize(1);
        assertThat(issue.intro().paragraphs()).isEqualTo(2);
    }

    @Test
    void readsWhatBelongsToAnItem() {
        var items = only(FULL).items().toList();

        var lighthouse = items.get(0);
        assertThat(lighthouse.url()).isEqualTo("https://lighthouse.example/one");
        assertThat(lighthouse.mark().orElseThrow().language()).isEqualTo("en");
        assertThat(lighthouse.contributor()).contains("小舟");
        assertThat(lighthouse.text().images()).hasSize(1);
        assertThat(lighthouse.text().paragraphs()).isEqualTo(1);
        var knots = items.get(1);
        assertThat(knots.title()).isEqualTo("[问答] 缆绳怎么打结？");
        assertThat(knots.url()).isEqualTo("https://knots.example/how-to-(and-how-not-to)");
        assertThat(knots.text().links()).containsExactly(new Reference("另一篇", "https://knots.example/other"));
        var mooring = items.get(2);
        assertThat(mooring.stars().getFirst().value()).isEqualTo(2300);
        assertThat(mooring.text().codeBlocks()).isEqualTo(1);
    }

    @Test
    void readsTheSameWithOtherLineEndsAndAByteOrderMark() {
        var windows = only("\ufeff" + FULL.replace("\n", "\r\n"));

        assertThat(titles(windows)).isEqualTo(titles(only(FULL)));
        assertThat(windows.title()).isEqualTo(only(FULL).title());
    }

    @Test
    void dropsWhatStandsInCommentsButKeepsTheLines() {
        var commented = FULL.replace("开头的一句话。", "<!-- 1、[隐](https://hidden.example)\n## 也隐\n-->开头的一句话。");

        assertThat(titles(only(commented))).isEqualTo(titles(only(FULL)));
        assertThat(only(commented).items().findFirst().orElseThrow().line()).isEqualTo(17);
    }

    @Test
    void takesTitleAndDateFromHeadingAndFileName() {
        var issue = only(
                "2025-03-04-weekly.md",
                "# Sea Weekly #12: Tides\n\nHello.\n\n## Articles\n\n1. [A](https://a.example)\n");

        assertThat(issue.title()).isEqualTo("Sea Weekly #12: Tides");
        assertThat(issue.number()).isEqualTo(12);
        assertThat(issue.date()).isEqualTo(LocalDate.of(2025, 3, 4));
        assertThat(issue.language()).isEqualTo("en");
        assertThat(issue.intro().plain()).isEqualTo("Hello.");
    }

    @ParameterizedTest
    @CsvSource({
        "海燕周刊#7：一,7",
        "海燕周刊 ＃ 8：二,8",
        "第 9 期：三,9",
        "Sea Weekly 40: Four,40",
        "Sea Weekly Issue 41,41",
        "海燕周刊第 2 季完结了,",
        "Sea Weekly 2024.02,",
        "Season 3 of the weekly,"
    })
    void readsTheNumberOutOfATitle(String title, Integer number) {
        assertThat(ArchiveFile.numberIn(title)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "## 🦄文章&教程",
                "##🦄文章 & 教程",
                "# 🦄文章&教程",
                "## [🦄文章&教程](https://paid.example)",
                "## 🦄[文章&教程](https://paid.example)",
                "## **[🦄文章&教程](https://paid.example)**",
                "**[🦄文章&教程](https://paid.example)**",
                "**🦄文章＆教程**",
                "🦄文章&教程",
                "文章&教程"
            })
    void knowsAHeadingInAnyShape(String heading) {
        var issue = only("# 海燕周刊#7：一\n\n你好。\n\n%s\n\n1、[甲](https://a.example)\n".formatted(heading));

        assertThat(issue.sections()).singleElement().satisfies(section -> {
            assertThat(section.topic()).isEqualTo(Topic.ARTICLES);
            assertThat(section.name()).startsWith("文章").endsWith("教程");
            assertThat(section.items()).hasSize(1);
        });
    }

    @Test
    void takesNoItemsOutOfSectionsOfText() {
        var issue = only(FULL + "\n## 🐢播客推荐\n\n1、[一档节目](https://pod.example)\n");

        assertThat(titles(issue)).hasSize(3);
        assertThat(section(issue, "播客推荐").topic()).isEqualTo(Topic.NOTICE);
    }

    @Test
    void readsATeaserAsTitlesWithoutAddresses() {
        var issue = only("""
                # 海燕周刊#120：只有标题

                **[🦄文章&教程](https://paid.example)**

                ① 潮汐\\.py：读表
                ② Python 的 __init__ 之谜

                **[🐿️项目&资源](https://paid.example)**

                ① 锚

                周刊付费订阅：[这里](https://paid.example)
                """);

        assertThat(issue.format()).isEqualTo(Format.TEASER);
        assertThat(titles(issue)).containsExactly("潮汐.py：读表", "Python 的 __init__ 之谜", "锚");
        assertThat(issue.items()).allSatisfy(item -> {
            assertThat(item.url()).isNull();
            assertThat(item.text().isEmpty()).isTrue();
        });
        assertThat(issue.sections().getLast().name()).isEmpty();
        assertThat(issue.sections().getLast().text().links()).hasSize(1);
    }

    @Test
    void readsAnIssueWhoseItemsAreHeadings() {
        var issue = only("""
                # 海燕周刊#55：值得订阅的刊物

                几份刊物。

                ## 1、Harbour News

                港口的消息。

                订阅地址：https://harbour.example/news

                ##  2、Tide Tables

                订阅地址：[https://tide.example](https://tide.example)
                """);

        assertThat(issue.format()).isEqualTo(Format.SPECIAL);
        assertThat(issue.items())
                .extracting(PastIssue.Item::title, PastIssue.Item::url)
                .containsExactly(
                        tuple("Harbour News", "https://harbour.example/news"),
                        tuple("Tide Tables", "https://tide.example"));
        assertThat(issue.intro().plain()).isEqualTo("几份刊物。");
    }

    @Test
    void readsTheIssuesOfACompendium() {
        var file = ArchiveFile.read("2024-05-06-season.md", """
                ---
                title: '海燕周刊第一季合集（1~30）'
                pubDate: 2024-05-06
                ---

                合集。

                ## [第1期（2023-05-13）](https://sea.example/1)

                ### 🦄文章&教程

                1、[甲](https://a.example)

                甲的话。

                ## 2 海风

                ### 🦄文章&教程

                1、[乙](https://b.example)

                ------

                ### 🐿️项目&资源

                1、[丙](https://c.example)
                """);

        assertThat(file.issues()).extracting(PastIssue::number).containsExactly(1, 2);
        assertThat(file.issues().getFirst().date()).isEqualTo(LocalDate.of(2023, 5, 13));
        assertThat(titles(file.issues().getLast())).containsExactly("乙", "丙");
    }

    @Test
    void readsTheEnglishAndTheJapaneseEdition() {
        var english = only("""
                # Sea Weekly #11

                Articles & Tutorials

                1. [Ropes](https://ropes.example) (Eng)

                About ropes (3.7k stars).

                ## Discussion & Questions

                1. [Why salt?](https://salt.example)
                """);
        var japanese = only("# うみウィークリー #11\n\n> 翻訳です。\n\n## 🦄記事とチュートリアル\n\n1、[ロープ](https://ropes.example)（中国語）\n");

        assertThat(english.sections()).extracting(Section::topic).containsExactly(Topic.ARTICLES, Topic.DISCUSSIONS);
        assertThat(english.items().findFirst().orElseThrow().stars().getFirst().value())
                .isEqualTo(3700);
        assertThat(japanese.language()).isEqualTo("ja");
        assertThat(japanese.items().findFirst().orElseThrow().mark().orElseThrow())
                .satisfies(mark -> {
                    assertThat(mark.english()).isFalse();
                    assertThat(mark.language()).isEqualTo("zh");
                });
    }
}
