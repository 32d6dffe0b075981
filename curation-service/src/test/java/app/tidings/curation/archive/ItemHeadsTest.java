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
                "3、", "3、 ", "3. ", "３．", "(3) ", "（3）", "3) ", "3）", "③ ", "3️⃣ ", "**3、", "### 3、", "  3、", "3，", "3："
            })
    void readsANumberInAnyShape(String number) {
        var closing = number.startsWith("**") ? "**" : "";

        var issue = articles("%s[甲](https://a.example)%s\n\n甲的话。\n".formatted(number, closing));

        assertThat(issue.items().map(Item::number)).containsExactly(3);
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
