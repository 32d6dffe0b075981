package app.tidings.curation.archive;

import static app.tidings.curation.archive.TestArchives.only;
import static app.tidings.curation.archive.TestArchives.titles;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.curation.archive.PastIssue.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Issues without sections, whose items are headings or bold lines, each with its address in the text. */
class SpecialIssueTest {

    private static PastIssue special(String intro, String text, String head) {
        var items = new StringBuilder();
        for (var number = 1; number <= 4; number++) {
            items.append(head.formatted(number))
                    .append("\n\n")
                    .append(text.formatted(number))
                    .append("\n\n订阅地址：https://sub%d.example/\n\n".formatted(number));
        }
        return only("# 海燕周刊#55：值得订阅的刊物\n\n%s\n\n%s".formatted(intro, items));
    }

    private static void assertHasItsItems(PastIssue issue) {
        assertThat(titles(issue)).containsExactly("News 1", "News 2", "News 3", "News 4");
        assertThat(issue.items().map(Item::url))
                .containsExactly(
                        "https://sub1.example/",
                        "https://sub2.example/",
                        "https://sub3.example/",
                        "https://sub4.example/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "共有两类：\n\n1、周刊类\n\n2、博客类",
                "共有两类：\n\n1. 周刊类\n2. 博客类",
                "共有两类：\n\n1、[周刊](https://i.example/1)\n\n2、[博客](https://i.example/2)"
            })
    void leavesAListInTheIntroductionThere(String intro) {
        assertHasItsItems(special(intro, "港口的消息。", "## %1$d、News %1$d"));
        assertThat(special(intro, "港口的消息。", "## %1$d、News %1$d").intro().plain())
                .contains("周刊", "博客");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "特点：\n\n1、免费\n\n2、每周一期\n\n3、有趣",
                "特点：\n\n1. 免费\n2. 每周一期",
                "精选：\n\n1、[第一期](https://a%1$d.example)\n\n2、[第二期](https://b%1$d.example)",
                "官网：https://www.example/%d",
                "- 官网：https://www.example/%d\n- GitHub 地址：https://git.example/x"
            })
    void keepsWhatStandsInAnItem(String text) {
        assertHasItsItems(special("几份刊物。", text, "## %1$d、News %1$d"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "## %1$d、News %1$d",
                "### %1$d. News %1$d ###",
                "## %1$d\\. News %1$d",
                "## **%1$d、News %1$d**",
                "**%1$d、News %1$d**"
            })
    void knowsTheHeadInAnyShape(String head) {
        assertHasItsItems(special("共有两类：\n\n1、周刊类\n\n2、博客类", "港口的消息。", head));
    }

    @Test
    void takesTheAddressOutOfTheMiddleOfALine() {
        var issue = only("# 海燕周刊#55：刊物\n\n## 1、Tides\n\n很好的一份刊物，每周一期。订阅地址：https://tide.example\n");

        assertThat(issue.items().map(Item::url)).containsExactly("https://tide.example");
    }

    @Test
    void takesHeadingsForItemsWhoseNamesAreLikeThoseOfSections() {
        var issue = only("""
                # 海燕周刊#55：刊物

                ## 1、海上教程

                订阅地址：https://a.example

                ## 2、项目周刊

                订阅地址：https://b.example
                """);

        assertThat(titles(issue)).containsExactly("海上教程", "项目周刊");
    }

    @Test
    void takesNumberedHeadingsForSectionsWhereLinksAreNumberedBelow() {
        var issue = only("""
                # 海燕周刊#56：编号的栏目

                ## 1、本周文章

                1、[甲](https://a.example)

                ## 2、项目&资源

                1、[乙](https://b.example)
                """);

        assertThat(issue.sections())
                .extracting(PastIssue.Section::topic)
                .containsExactly(Topic.ARTICLES, Topic.PROJECTS);
        assertThat(titles(issue)).containsExactly("甲", "乙");
    }

    @Test
    void takesItemsThatAreHeadingsAndOthersThatAreNot() {
        var issue = TestArchives.articles(
                "### 1、[甲](https://a.example)\n\n### 2、[乙](https://b.example)\n\n3、[丙](https://c.example)\n\n### 4、[丁](https://d.example)\n");

        assertThat(titles(issue)).containsExactly("甲", "乙", "丙", "丁");
    }

    @Test
    void inventsNoItemsInATextWithBoldPoints() {
        var issue = only("# 关于海燕\n\n**1、为什么写**\n\n因为喜欢。\n\n**2、怎么投稿**\n\n发邮件。\n");

        assertThat(issue.items()).isEmpty();
        assertThat(issue.intro().plain()).contains("怎么投稿");
    }
}
