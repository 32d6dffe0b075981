package app.tidings.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PrintedTest {

    private static final Printed ONE = new Printed("uv 为什么这么快？", "http://127.0.0.1:8090/a/one");
    private static final Printed TWO = new Printed("Names [and] *signs*", "http://127.0.0.1:8090/b/two_(2)");

    @Test
    void readsTheEntriesOfChineseMarkdown() {
        var markdown = """
                ## 🦄文章&教程

                1、[uv 为什么这么快？](http://127.0.0.1:8090/a/one) (英)

                一段话，里面有[链接](http://127.0.0.1:8090/c)。

                2、[Names \\[and\\] \\*signs\\*](http://127.0.0.1:8090/b/two_(2))
                """;

        assertThat(Printed.inMarkdown(markdown)).containsExactly(ONE, TWO);
    }

    @Test
    void readsTheEntriesOfEnglishMarkdown() {
        assertThat(Printed.inMarkdown("1. [uv 为什么这么快？](http://127.0.0.1:8090/a/one) (ZH)\n\ntext\n"))
                .containsExactly(ONE);
    }

    @Test
    void tellsTitlesWithWhatStandsBesideThem() {
        var markdown = """
                1、[parcel：任务队列](http://127.0.0.1:8090/p) (英)

                一个文件。（star 2.3k）（@Mira 投稿）

                2、[Names \\[and\\] signs](http://127.0.0.1:8090/b/two_(2))
                """;

        assertThat(Printed.linesOf(markdown)).containsExactly("parcel：任务队列 (英) （star 2.3k）", "Names [and] signs");
    }

    @Test
    void readsTheEntriesOfHtml() {
        var html = """
                <h3><a href='/'>All issues</a></h3>
                <div class='entry line'><h3>1. <a href='http://127.0.0.1:8090/a/one'>uv 为什么这么快？</a> (EN)</h3>
                <p>More at <a href='http://127.0.0.1:8090/c'>another place</a>.</p></div>
                <li class='entry'><h3>A teaser</h3></li>
                """;

        assertThat(Printed.inHtml(html)).containsExactly(ONE, new Printed("A teaser", ""));
    }

    @Test
    void findsNothingWrongWithTheSameEntries() {
        assertThat(Printed.differences("the mail", List.of(ONE, TWO), List.of(ONE, TWO)))
                .isEmpty();
    }

    @Test
    void namesAnEntryThatNobodyPlacedAndOneThatIsThereTwice() {
        var other = new Printed("Another", "http://127.0.0.1:8090/other");

        assertThat(Printed.differences("the mail", List.of(ONE, TWO), List.of(ONE, other, TWO, ONE)))
                .containsExactly(
                        "the mail has “Another” with http://127.0.0.1:8090/other besides",
                        "the mail has “uv 为什么这么快？” with http://127.0.0.1:8090/a/one besides");
    }

    @Test
    void namesAnEntryThatIsMissingOrLeadsElsewhere() {
        var astray = new Printed(TWO.title(), "http://127.0.0.1:8090/elsewhere");

        assertThat(Printed.differences("the mail", List.of(ONE, TWO), List.of(ONE, astray)))
                .containsExactly(
                        "the mail lacks “Names [and] *signs*” with http://127.0.0.1:8090/b/two_(2)",
                        "the mail has “Names [and] *signs*” with http://127.0.0.1:8090/elsewhere besides");
    }

    @Test
    void namesAnotherOrder() {
        assertThat(Printed.differences("the mail", List.of(ONE, TWO), List.of(TWO, ONE)))
                .containsExactly("the mail has the entries in another order");
    }
}
