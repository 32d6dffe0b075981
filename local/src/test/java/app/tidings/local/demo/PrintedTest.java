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
    void readsLinksOfHtml() {
        assertThat(Printed.inHtml("<h3>1. <a href='http://127.0.0.1:8090/a/one'>uv 为什么这么快？</a></h3><a>none</a>"))
                .containsExactly(ONE);
    }

    @Test
    void findsNothingWrongWithTheSameEntriesAmongOtherLinks() {
        var other = new Printed("Unsubscribe", "http://127.0.0.1:8084/subscribe/unsubscribe");

        assertThat(Printed.differences("the mail", List.of(ONE, TWO), List.of(ONE, other, TWO)))
                .isEmpty();
    }

    @Test
    void namesAnEntryThatIsMissingOrLeadsElsewhere() {
        var astray = new Printed(TWO.title(), "http://127.0.0.1:8090/elsewhere");

        assertThat(Printed.differences("the mail", List.of(ONE, TWO), List.of(ONE, astray)))
                .containsExactly("the mail lacks “Names [and] *signs*” with http://127.0.0.1:8090/b/two_(2)");
    }

    @Test
    void namesAnotherOrder() {
        assertThat(Printed.differences("the mail", List.of(ONE, TWO), List.of(TWO, ONE)))
                .containsExactly("the mail has the entries in another order");
    }
}
