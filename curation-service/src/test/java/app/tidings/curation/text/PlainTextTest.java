package app.tidings.curation.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @ParameterizedTest
    @MethodSource
    void keepsTextAndDropsMarkup(String raw, String kept) {
        assertThat(PlainText.line(raw, 300)).isEqualTo(kept);
    }

    static Stream<Arguments> keepsTextAndDropsMarkup() {
        return Stream.of(
                Arguments.of("A title", "A title"),
                Arguments.of("  Several\n\tblanks\u00a0 and　more ", "Several blanks and more"),
                Arguments.of("A <b>bold</b> title", "A bold title"),
                Arguments.of("A &lt;b&gt;bold&lt;/b&gt; title", "A bold title"),
                Arguments.of("Tom &amp; Jerry", "Tom & Jerry"),
                Arguments.of("AT&T and 1 < 2 > 0", "AT&T and 1 < 2 > 0"),
                Arguments.of("Why List<String> is not List<Object>", "Why List<String> is not List<Object>"),
                Arguments.of("Optional<A> or List<B>", "Optional<A> or List<B>"),
                Arguments.of("Map<String, List<Integer>> explained", "Map<String, List<Integer>> explained"),
                Arguments.of("Using the <dialog> element", "Using the <dialog> element"),
                Arguments.of("为什么不用 <marquee>？", "为什么不用 <marquee>？"),
                Arguments.of("深入 asyncio：“事件循环”", "深入 asyncio：“事件循环”"),
                Arguments.of("Emoji 👩‍💻 stay", "Emoji 👩‍💻 stay"),
                Arguments.of("e\u0301", "é"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
                "<img src=x onerror=alert(1)>",
                "<dialog open onclick=alert(1)>",
                "<svg/onload=alert(1)>",
                "x<Script>alert(1)</Script>",
                "<a href='javascript:alert(1)'>",
                "<iframe srcdoc='<script>alert(1)</script>'>",
                "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>",
                "<style>@import 'http://evil.example/'</style>",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
                "&amp;lt;img src=x onerror=alert(1)&amp;gt;",
                "&#60;img src=x onerror=alert(1)&#62;",
                "<scr<script>ipt>alert(1)</scr</script>ipt>",
                "<!--><img src=x onerror=alert(1)>-->",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<<img src=x onerror=alert(1)>"
            })
    void leavesNothingThatABrowserWouldRun(String hostile) {
        var kept = PlainText.line("before " + hostile + " after", 300);

        assertThat(kept).startsWith("before").doesNotContainPattern("(?i)<[a-z!/][^>]*(script|on[a-z]+=|srcdoc|href)");
        assertThat(PlainText.line(kept, 300)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u202eevil",
                "a\u2066b\u2069",
                "nul\u0000",
                "bell\u0007",
                "\ufeffbom",
                "half \ud83d",
                "soft\u00adhyphen"
            })
    void dropsCharactersThatDoNotBelong(String raw) {
        assertThat(PlainText.line(raw, 300)).doesNotContainPattern("[\\p{Cc}\\p{Cs}\u202e\u2066\u2069\ufeff\u00ad]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u0000", "<b></b>", "&nbsp;", "\u200b"})
    void isNothingWhereNothingIsLeft(String raw) {
        assertThat(PlainText.line(raw, 300)).isNull();
    }

    @Test
    void cutsALongLineBetweenCharacters() {
        assertThat(PlainText.line("x".repeat(10), 10)).isEqualTo("x".repeat(10));
        assertThat(PlainText.line("x".repeat(11), 10)).isEqualTo("x".repeat(9) + "…");
        assertThat(PlainText.cut("12345678👩👩", 10)).isEqualTo("12345678…");
    }

    @Test
    void keepsMarkdownAsItWasWritten() {
        assertThat(PlainText.markdown(" *Good*: `List<String>`\r\n\r\n<b>raw</b>\u0000 "))
                .isEqualTo("*Good*: `List<String>`\n\n<b>raw</b>");
    }

    @Test
    void copesWithMuchOfNothing() {
        var hostile = "<".repeat(200_000) + "&lt;".repeat(50_000);

        assertThat(PlainText.line(hostile, 300)).hasSizeLessThanOrEqualTo(300);
    }
}
