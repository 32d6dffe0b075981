package app.tidings.curation.archive;

import static app.tidings.curation.archive.TestArchives.articles;
import static app.tidings.curation.archive.TestArchives.titles;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.curation.archive.PastIssue.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemHeadsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3、",
                "3、 ",
                "3. ",
                "３．",
                "(3) ",
                "（3）",
                "3) ",
                "3）",
                "③ ",
                "3️⃣ ",
                "**3、",
                "### 3、",
                "  3、",
                "3，",
                "3：",
                "3；",
                "3 - ",
                "3、、",
                "3.、",
                "3\\. ",
                "3\\、",
                "\\3. ",
                "　　3、",
                "\u00a03、",
                "3\u00a0、",
                "3、\u00a0",
                "3、\u200b",
                "\u200b3、",
                "\ufeff3、",
                "&nbsp;3、",
                "&emsp;&emsp;3、",
                "3、&nbsp;",
                "\u2003\u20033、",
                "- 3、",
                "> 3、",
                "    3、",
                "\t3、"
            })
    void readsANumberInAnyShape(String number) {
        var closing = number.startsWith("**") ? "**" : "";

        var issue = articles("%s[甲](https://a.example)%s\n\n甲的话。\n".formatted(number, closing));

        assertIsItemThree(issue);
    }

    private static void assertIsItemThree(PastIssue issue) {
        assertThat(issue.items()).singleElement().satisfies(item -> {
            assertThat(item.number()).isEqualTo(3);
            assertThat(item.title()).isEqualTo("甲");
            assertThat(item.url()).isEqualTo("https://a.example");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "**3、**%s",
                "**3、** %s",
                "**3.** %s",
                "**3**、%s",
                "__3、__%s",
                "*3、*%s",
                "`3`、%s",
                "<b>3、</b>%s",
                "**3、** **%s**",
                "**3、%s：一句话**",
                "**③** %s"
            })
    void readsANumberWhoseEmphasisEndsAnywhere(String head) {
        var issue = articles(head.formatted("[甲](https://a.example)") + "\n\n甲的话。\n");

        assertIsItemThree(issue);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[2、乙](https://b.example)",
                "**[2. 乙](https://b.example)**",
                "2、【荐】[乙](https://b.example)",
                "2\\. 乙 https://b.example",
                "2、乙\nhttps://b.example",
                "2、乙\n\nhttps://b.example",
                "2、\n[乙](https://b.example)",
                "2、\n\n[乙](https://b.example)",
                "2、[乙\n](https://b.example)",
                "2、[乙]\n(https://b.example)",
                "2、[乙](https://b.example\n)",
                "2、[乙][二]\n\n[二]: https://b.example",
                "2、<a href='https://b.example' target=_blank>乙</a>",
                "    2、[乙](https://b.example)",
                "> 2、[乙](https://b.example)"
            })
    void takesALinkInAnotherShapeWhereTheNumberGoesOn(String head) {
        var issue = articles(
                "1、[甲](https://a.example)\n\n甲的话。\n\n%s\n\n乙的话。\n\n3、[丙](https://c.example)\n".formatted(head));

        assertThat(issue.items().map(Item::url))
                .containsExactly("https://a.example", "https://b.example", "https://c.example");
        assertThat(issue.items().map(Item::title)).element(1).asString().endsWith("乙");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1、[甲](https://a.example) 2、[乙](https://b.example)",
                "1、[甲](https://a.example)　2、[乙](https://b.example)",
                "1、[甲](https://a.example)（英文）；2、[乙](https://b.example)",
                "1、[甲](https://a.example)2、[乙](https://b.example)",
                "1、[甲](https://a.example)\n\n甲的话。2、[乙](https://b.example)",
                "1、[甲](https://a.example)\n\n效果：![图](https://img.example/a.png)2、[乙](https://b.example)",
                "1. [甲](https://a.example) 2. [乙](https://b.example)"
            })
    void setsAHeadApartThatStandsInALine(String line) {
        var issue = articles(line + "\n\n3、关于港口的几则新闻\n\n- [一](https://one.example)\n");

        assertThat(titles(issue)).containsExactly("甲", "乙", "关于港口的几则新闻");
        assertThat(issue.items().findFirst().orElseThrow().text().links()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "作者还写了：\n1. [小一](https://one.example)\n2. [小二](https://two.example)\n3、推荐：[丙](https://c.example)",
                "1. 安装\n2. 配置\n3、【荐】[丙](https://c.example)",
                "  1、安装\n  2、配置\n3、【荐】[丙](https://c.example)",
                "1. 安装\n2. 配置\n3. 使用\n3、丙 https://c.example"
            })
    void goesOnBehindAListInAnotherStyleOrPlace(String text) {
        var issue = articles(
                "1、[甲](https://a.example)\n2、[乙](https://b.example)\n%s\n4、[丁](https://d.example)\n".formatted(text));

        assertThat(issue.items().map(Item::number)).containsExactly(1, 2, 3, 4);
        assertThat(issue.items().toList().get(2).url()).isEqualTo("https://c.example");
    }

    @Test
    void setsAHeadApartThatStandsInALineBehindAListInAnotherStyle() {
        var issue = articles("""
                1、[甲](https://a.example)

                1. [小一](https://one.example)
                2. [小二](https://two.example)

                甲的话。2、[乙](https://b.example)

                3、[丙](https://c.example)
                """);

        assertThat(titles(issue)).containsExactly("甲", "乙", "丙");
    }

    @Test
    void takesWordsForAnItemBehindAGapInTheNumbers() {
        var issue = articles("1、[甲](https://a.example)\n\n甲的话。\n\n3、内容删除\n\n4、[丁](https://d.example)\n");

        assertThat(issue.items().map(Item::number)).containsExactly(1, 3, 4);
    }

    @Test
    void keepsNumbersAsTheyAre() {
        var issue = articles(
                "6、[己](https://f.example)\n\n7、[庚](https://g.example)\n\n7、[辛](https://h.example)\n\n9、[壬](https://i.example)\n");

        assertThat(issue.items().map(Item::number)).containsExactly(6, 7, 7, 9);
    }

    @Test
    void findsAHeadBehindThePreviousImage() {
        var issue = articles(
                "1、[甲](https://a.example)\n\n![图](https://img.example/a.png)2、[乙](https://b.example)\n\n乙的话。\n");

        assertThat(titles(issue)).containsExactly("甲", "乙");
        assertThat(issue.items().findFirst().orElseThrow().text().images()).hasSize(1);
    }

    @Test
    void needsNoBlankLines() {
        var issue = articles(
                "1、[甲](https://a.example)\n甲的话。\n2、[乙](https://b.example)\n乙的话。\n3、内容删除\n4、[丁](https://d.example)");

        assertThat(titles(issue)).containsExactly("甲", "乙", "内容删除", "丁");
        assertThat(issue.items().filter(Item::removed)).hasSize(1);
    }

    @Test
    void takesAGroupForOneItemWithoutAddress() {
        var issue = articles(
                "1、[甲](https://a.example)\n\n2、关于港口的几则新闻（英文）\n\n- [一](https://one.example)\n- [二](https://two.example)\n");

        var group = issue.items().toList().getLast();
        assertThat(group.title()).isEqualTo("关于港口的几则新闻");
        assertThat(group.url()).isNull();
        assertThat(group.isGroup()).isTrue();
        assertThat(group.mark()).isPresent();
        assertThat(group.text().links()).hasSize(2);
    }

    @Test
    void leavesListsInTheTextOfAnItem() {
        var issue = articles("""
                1、[甲](https://a.example)

                三条：

                1. [小一](https://one.example)
                2. 小二

                1、其一

                2、其二

                3、其三

                2、[乙](https://b.example)

                1.5 倍的速度。

                3、[丙](https://c.example)
                """);

        assertThat(titles(issue)).containsExactly("甲", "乙", "丙");
        assertThat(issue.items().findFirst().orElseThrow().text().links()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1、【安装】[小一](https://one.example)\n\n2、【使用】[小二](https://two.example)",
                "1、小一 https://one.example\n\n2、小二 https://two.example",
                "  1、[小一](https://one.example)\n  2、[小二](https://two.example)\n  3、[小三](https://three.example)",
                "> 1、[小一](https://one.example)\n> 2、[小二](https://two.example)",
                "- 1、[小一](https://one.example)\n- 2、[小二](https://two.example)",
                "[1、小一](https://one.example)\n\n[2、小二](https://two.example)",
                "    # 注释\n    1、[小一](https://one.example)",
                "\t1、[小一](https://one.example)",
                "分三步：1、[小一](https://one.example)；2、[小二](https://two.example)；3、[小三](https://three.example)。",
                "上周分享过“3、[小三](https://three.example)”。",
                "写作 `3、[小三](https://three.example)`。",
                "1. [一](https://1.example)\n2. [二](https://2.example)\n3. [三](https://3.example)\n4. [四](https://4.example)",
                "#### 1、安装\n\n#### 2、使用",
                "**1、安装**\n\n**2、使用**",
                "3、4 月的更新在[这里](https://here.example)。",
                "3、4 月会有更新。",
                "3、先写测试。然后写代码",
                "`3、[小三](https://three.example)`"
            })
    void leavesWhatOnlyLooksLikeAnItemInTheText(String text) {
        var issue = articles(
                "1、[甲](https://a.example)\n\n甲的话。\n\n2、[乙](https://b.example)\n\n乙的话：\n\n%s\n\n3、[丙](https://c.example)\n"
                        .formatted(text));
        var last = articles(
                "1、[甲](https://a.example)\n\n甲的话。\n\n2、[乙](https://b.example)\n\n乙的话：\n\n%s\n".formatted(text));

        assertThat(titles(issue)).containsExactly("甲", "乙", "丙");
        assertThat(titles(last)).containsExactly("甲", "乙");
    }

    @Test
    void leavesAListOfLinksInTheTextWhereTheNumbersGoOnBehindIt() {
        var issue = articles("""
                1、[甲](https://a.example)

                2、[乙](https://b.example)

                1、[小一](https://one.example)
                2、[小二](https://two.example)
                3、[小三](https://three.example)

                3、[丙](https://c.example)
                """);

        assertThat(titles(issue)).containsExactly("甲", "乙", "丙");
        assertThat(issue.items().toList().get(1).text().links()).hasSize(3);
    }

    @Test
    void takesBulletsWhereNothingHasANumber() {
        var issue = articles("引子。\n\n- [甲](https://a.example)\n- [乙](https://b.example)：乙的话\n");

        assertThat(titles(issue)).containsExactly("甲", "乙");
        assertThat(issue.items().map(Item::number)).containsExactly(1, 2);
    }

    @Test
    void endsTheLastItemWhereALineIsDrawn() {
        var issue = articles("1、[甲](https://a.example)\n\n甲的话。\n\n----\n\n下周见，[订阅](https://mail.example)。\n");

        assertThat(issue.items().findFirst().orElseThrow().text().links()).isEmpty();
        assertThat(issue.sections().getLast().text().plain()).isEqualTo("下周见，订阅。");
    }
}
