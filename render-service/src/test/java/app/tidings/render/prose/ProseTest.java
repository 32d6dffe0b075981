package app.tidings.render.prose;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Safelist;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProseTest {

    private static final Safelist KNOWN = Safelist.none()
            .addTags("p", "br", "strong", "em", "code", "pre", "blockquote", "ul", "ol", "li", "a")
            .addAttributes("a", "href", "rel")
            .addProtocols("a", "href", "http", "https", "mailto");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ein *Wort* und `code_with_underscores`, **fett**.",
                "snake_case & AT&T -> 1 < 2 [sic]",
                "它有一篇续文《[续](https://example.org/a_(b))》。",
                "**重要提示：**本周刊即将迎来第 100 期",
                "一段\n\n另一段\n\n> 引文\n\n- 一\n- 二\n\n```python\n# not a heading\nprint('<b>')\n```",
                "line  \nbreak\\\nbreak",
                "<https://example.org>",
                "Łukasz 的\\_\\_call\\_\\_对象"
            })
    void leavesHarmlessMarkdownAsWritten(String markdown) {
        assertThat(Prose.of(markdown).markdown()).isEqualTo(markdown);
    }

    @Test
    void dropsBlankLinesAtBothEndsAndForeignLineEnds() {
        assertThat(Prose.of(" \n\nfirst\r\nsecond\u2028third \n\n").markdown()).isEqualTo("first\nsecond\nthird");
    }

    @Test
    void makesAHeadingABoldParagraph() {
        var prose = Prose.of("# A **bold** heading\n\ntext\n\nunderlined\n===");

        assertThat(prose.markdown()).isEqualTo("**A bold heading**\n\ntext\n\n**underlined**");
        assertThat(ProseHtml.web(prose))
                .isEqualTo("<p><strong>A bold heading</strong></p>\n<p>text</p>\n<p><strong>underlined</strong></p>");
    }

    @Test
    void dropsARuleAndAnEmptyHeading() {
        assertThat(Prose.of("a\n\n---\n\n#\n\nb").markdown()).isEqualTo("a\n\nb");
    }

    @Test
    void closesAFenceThatWasLeftOpen() {
        assertThat(Prose.of("```python\nx = 1").markdown()).isEqualTo("```python\nx = 1\n```");
    }

    @Test
    void unindentsAFenceThatWouldGoOnWithAListItem() {
        assertThat(Prose.of("   ```\n<script>\n   ```").markdown()).isEqualTo("```\n<script>\n```");
    }

    @Test
    void printsRawHtmlAsText() {
        var prose = Prose.of("a <b>bold</b> claim\n\n<div>block</div>");

        assertThat(prose.markdown()).isEqualTo("a \\<b\\>bold\\</b\\> claim\n\n\\<div\\>block\\</div\\>");
        assertThat(ProseHtml.web(prose))
                .isEqualTo("<p>a &lt;b&gt;bold&lt;/b&gt; claim</p>\n<p>&lt;div&gt;block&lt;/div&gt;</p>");
    }

    @Test
    void keepsTheTextOfALinkThatLeadsNowhereSafe() {
        var prose = Prose.of("see [this](javascript:alert(1)) and [that](https://example.org)");

        assertThat(prose.markdown()).isEqualTo("see this and [that](https://example.org)");
        assertThat(ProseHtml.web(prose))
                .isEqualTo("<p>see this and <a href=\"https://example.org\" rel=\"noopener nofollow\">that</a></p>");
    }

    @Test
    void makesAnImageOfAnotherSiteALink() {
        assertThat(Prose.of("![the plot](https://example.org/p.png)\n\n![](https://example.org/q.png)")
                        .markdown())
                .isEqualTo(
                        "[the plot](https://example.org/p.png)\n\n[https://example.org/q.png](https://example.org/q.png)");
    }

    @Test
    void resolvesReferencesSoThatNoDefinitionHoldsForTheWholeIssue() {
        assertThat(Prose.of("see [it][1]\n\n[1]: https://example.org/x \"t\"").markdown())
                .isEqualTo("see [it](https://example.org/x)");
    }

    @Test
    void numbersItsListsUnlikeAnIssueNumbersItsEntries() {
        assertThat(Prose.of("1. a\n2. b").markdown()).isEqualTo("1) a\n2) b");
    }

    @Test
    void doesNotLetALinePoseAsAnEntry() {
        assertThat(Prose.of("text\n2、[more](https://example.org)").markdown())
                .isEqualTo("text\n2\\) [more](https://example.org)");
    }

    @Test
    void seesEmphasisBesideChinesePunctuation() {
        assertThat(ProseHtml.web(Prose.of("**重要提示：**本周刊，使用**“引号”**来")))
                .isEqualTo("<p><strong>重要提示：</strong>本周刊，使用<strong>“引号”</strong>来</p>");
    }

    @Test
    void leavesAsterisksThatAreNoEmphasis() {
        assertThat(ProseHtml.web(Prose.of("2 * 3 = 6，`a：**b` 与 \\*星\\*")))
                .isEqualTo("<p>2 * 3 &#61; 6，<code>a：**b</code> 与 *星*</p>");
    }

    @Test
    void knowsWhenItIsBlankAndWhenASentenceCanFollow() {
        assertThat(Prose.of(" \n\t\n").isBlank()).isTrue();
        assertThat(Prose.of("---").isBlank()).isTrue();
        assertThat(Prose.of("text").endsInParagraph()).isTrue();
        assertThat(Prose.of("- item").endsInParagraph()).isFalse();
    }

    @Test
    void mailKnowsFewerElementsThanThePage() {
        var prose = Prose.of("> quoted [write](mailto:a@example.org)");

        assertThat(ProseHtml.web(prose)).contains("<blockquote>").contains("mailto:");
        assertThat(ProseHtml.mail(prose)).doesNotContain("<blockquote>").doesNotContain("mailto:");
    }

    @Test
    void printsAsPlainText() {
        var prose = Prose.of(
                "A [link](https://example.org), <https://example.org/b>\nand `code`.\n\n- one\n- two\n  more\n\n"
                        + "1. first\n\n> quote\n\n```\nx = 1\n```");

        assertThat(ProseText.withAddresses(prose)).isEqualTo("""
                        A link (https://example.org), https://example.org/b
                        and code.

                        - one
                        - two
                          more

                        1) first

                        > quote

                            x = 1""");
        assertThat(ProseText.words(prose))
                .isEqualTo("A link, https://example.org/b and code. - one - two more 1) first > quote x = 1");
    }

    @ParameterizedTest
    @MethodSource("app.tidings.render.prose.HostileTexts#all")
    void printsNothingHostileAsHtml(String hostile) {
        var prose = Prose.of(hostile);

        assertThat(ProseHtml.web(prose)).matches(ProseTest::isKnown);
        assertThat(ProseHtml.mail(prose)).matches(ProseTest::isKnown);
    }

    @ParameterizedTest
    @MethodSource("app.tidings.render.prose.HostileTexts#all")
    void printsNothingHostileAsMarkdown(String hostile) {
        var behindAnEntry = "1. [title](https://example.org)\n\n"
                + Prose.of(hostile).markdown() + "\n\n2、[next](https://x.example)\n";

        var html =
                HtmlRenderer.builder().build().render(Parser.builder().build().parse(behindAnEntry));

        var body = Jsoup.parseBodyFragment(html).body();
        assertThat(body.select("script,style,svg,math,iframe,img,h1,h2,hr,form,object,embed,link,meta,base,div"))
                .isEmpty();
        assertThat(body.getAllElements()).allSatisfy(ProseTest::isHarmless);
        var next = requireNonNull(body.children().last());
        assertThat(next.tagName()).isEqualTo("p");
        assertThat(next.text()).isEqualTo("2、next");
    }

    @ParameterizedTest
    @MethodSource("app.tidings.render.prose.HostileTexts#all")
    void isTheSameWhenTamedTwice(String hostile) {
        var once = Prose.of(hostile).markdown();

        assertThat(Prose.of(once).markdown()).isEqualTo(once);
        assertThat(ProseHtml.web(Prose.of(once))).isEqualTo(ProseHtml.web(Prose.of(hostile)));
    }

    @ParameterizedTest
    @MethodSource("app.tidings.render.prose.HostileTexts#huge")
    void takesLittleTimeAndStackForAHugeText(String huge) {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            var prose = Prose.of(huge);
            assertThat(prose.markdown()).isNotNull();
            assertThat(ProseHtml.web(prose)).matches(ProseTest::isKnown);
            assertThat(ProseText.withAddresses(prose)).isNotNull();
        });
    }

    private static boolean isKnown(String html) {
        return Jsoup.isValid(html.replace("{<!-- -->{", "{{"), KNOWN); // the sanitizer's guard against template engines
    }

    private static void isHarmless(Element element) {
        assertThat(element.attributes().asList().stream().map(Attribute::getKey))
                .allMatch(name ->
                        name.equals("href") || name.equals("class") || name.equals("start") || name.equals("title"));
        if (element.hasAttr("href")) {
            assertThat(element.attr("href")).matches("(?i)(https?://|mailto:).*");
        }
    }
}
