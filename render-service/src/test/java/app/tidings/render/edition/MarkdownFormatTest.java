package app.tidings.render.edition;

import static app.tidings.render.TestManuscripts.EN;
import static app.tidings.render.TestManuscripts.ZH;
import static app.tidings.render.TestManuscripts.ZH_TEASER;
import static app.tidings.render.TestManuscripts.aProfile;
import static app.tidings.render.TestManuscripts.aSmallIssue;
import static app.tidings.render.TestManuscripts.anEntry;
import static app.tidings.render.TestManuscripts.anImage;
import static app.tidings.render.TestManuscripts.anIssue;
import static app.tidings.render.TestManuscripts.anIssueOfEnglishPages;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.contracts.Credit;
import app.tidings.contracts.Manuscript;
import app.tidings.contracts.Manuscript.Entry;
import app.tidings.contracts.Manuscript.Part;
import app.tidings.contracts.Profile.EditionPlan;
import app.tidings.render.TestManuscripts.EntryBuilder;
import app.tidings.render.typeset.Typesetting;
import java.net.URI;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MarkdownFormatTest {

    @Test
    void printsAnIssueInTheShapeOfTheWeekly() {
        assertThat(print(aSmallIssue(), ZH)).isEqualTo("""
                        ---
                        title: '潮讯周刊#12：队列为什么会排长队'
                        pubDate: 2026-11-21
                        ---

                        本期分享了 1 篇文章，全文 18 字。

                        ## 🦄文章&教程

                        1、[队列为什么会排长队](https://blog.example.org/queues)

                        从一个等待公式说起。
                        """);
    }

    @Test
    void printsAnEnglishIssueWithAHeadingAndPoints() {
        assertThat(print(aSmallIssue(), EN))
                .startsWith("# Tidings Weekly #12: Why queues grow\n\nThis issue")
                .contains(
                        "## 🦄Articles & Tutorials\n\n1. [Why queues grow](https://blog.example.org/queues) (ZH)\n\n");
    }

    @Test
    void marksAPageUnlessThereIsOneInTheEditionsLanguage() {
        assertThat(print(anIssueOfEnglishPages(), ZH))
                .contains("\n\n1、[队列](https://notes.example/queue) (英)\n")
                .contains("\n\n2、[索引](https://notes.example/zh/index)\n");
    }

    @Test
    void quotesTheTitleForYaml() {
        var issue = new Manuscript(
                aSmallIssue().issueId(),
                12,
                Map.of("zh", "it's a 'quote': #1 \\n"),
                LocalDate.of(2026, 11, 21),
                aProfile(),
                List.of(),
                List.of());

        assertThat(print(issue, ZH)).startsWith("---\ntitle: '潮讯周刊#12：it''s a ''quote'': #1 \\n'\npubDate: ");
    }

    @Test
    void escapesATitle() {
        assertThat(printed(anEntry().zh("[a]_b_ *c* `d` <e> f\\ ~g~ &amp; R&D C#", "")))
                .contains("1、[\\[a\\]\\_b\\_ \\*c\\* \\`d\\` \\<e> f\\\\ \\~g\\~ \\&amp; R&D C\\#](https://");
    }

    @Test
    void keepsPairedParenthesesOfAnAddressAndFencesOthers() {
        assertThat(printed(anEntry().url("https://example.org/a_(b)"))).contains("](https://example.org/a_(b))\n");
        assertThat(printed(anEntry().url("https://example.org/a)"))).contains("](<https://example.org/a)>)\n");
        assertThat(printed(anEntry().url("https://example.org/)("))).contains("](<https://example.org/)(>)\n");
    }

    @Test
    void putsStarsAndCreditsAtTheEndOfTheLastParagraph() {
        var entry = anEntry()
                .zh("t", "一段。\n\n末段。")
                .stars(18_500)
                .credits(List.of(new Credit("Mi_ra", URI.create("https://example.org/m"))));

        assertThat(printed(entry)).contains("一段。\n\n末段。（star 18.5k）（@[Mi\\_ra](https://example.org/m) 投稿）\n");
    }

    @Test
    void putsThemApartWhereTheCommentEndsInNoParagraph() {
        assertThat(printed(anEntry().zh("t", "- 一\n- 二").stars(2000))).contains("- 二\n\n（star 2k）\n");
        assertThat(printed(anEntry().zh("t", "").stars(2000))).contains(")\n\n（star 2k）\n");
    }

    @Test
    void putsImagesOnLinesOfTheirOwn() {
        var entry = anEntry().images(List.of(anImage("a".repeat(64)), anImage("b".repeat(64))));

        assertThat(printed(entry))
                .contains("\n\n![两条队列的等待时间曲线](https://news.example/media/%s)\n\n![".formatted("a".repeat(64)));
    }

    @Test
    void printsAnEntryWithoutAddressAsItsTitle() {
        assertThat(printed(anEntry().url(null).zh("内容删除", ""))).endsWith("\n\n1、内容删除\n");
    }

    @Test
    void circlesTheNumbersOfATeaser() {
        var entries = Collections.nCopies(51, anEntry().build());
        var teaser = print(anIssue(List.of(new Part("articles", entries)), List.of()), ZH_TEASER);

        assertThat(teaser)
                .startsWith("# 潮讯周刊#12：")
                .contains("\n\n**🦄文章&教程**\n\n① 队列为什么会排长队\n\n② ")
                .contains("\n\n⑳ ", "\n\n㉑ ", "\n\n㉟ ", "\n\n㊱ ", "\n\n㊿ ", "\n\n(51) ")
                .doesNotContain("https://blog");
    }

    private static String printed(EntryBuilder entry) {
        return print(issueOf(entry.build()), ZH);
    }

    private static Manuscript issueOf(Entry entry) {
        return anIssue(List.of(new Part("articles", List.of(entry))), List.of());
    }

    private static String print(Manuscript manuscript, EditionPlan plan) {
        var edition = Typesetting.edition(manuscript, plan, new Addresses(URI.create("https://news.example")));
        return new MarkdownFormat().print(edition).getFirst().text();
    }
}
