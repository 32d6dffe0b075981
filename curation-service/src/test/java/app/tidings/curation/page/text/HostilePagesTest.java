package app.tidings.curation.page.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import app.tidings.curation.page.WebPage;
import app.tidings.curation.page.metadata.Metadata;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that are there to break whoever reads them; most are cut to the two megabytes that are fetched of any page. */
class HostilePagesTest {

    private static final Duration SOON = Duration.ofSeconds(8); // 2 s, and a slow machine that does more at once
    private static final int LONG = 2_000_000;
    private static final String WORDS =
            "<p>Some words that are long enough, with a comma, to be taken for an article of a page.</p>";

    private static ReadableText read(String markup) {
        var page = WebPage.of(markup, null);
        return ReadableText.of(page, Metadata.of(page));
    }

    static Stream<Arguments> readsEachInTime() {
        return Stream.of(
                        "<div>",
                        "<b>",
                        "<p>a,",
                        "<a href=/x>a</a>",
                        "<table><tr><td>",
                        "<div class='share related comments'>x</div>",
                        "<h2>Related</h2>",
                        "<li>分享到：",
                        "<span hidden>",
                        "<pre>1\n2\n",
                        "<time datetime=2026-11-29>",
                        "<div itemscope itemprop=author itemtype=Article>",
                        "<meta property=og:title content=x>",
                        "<p>&#1;&#x202e;<!--",
                        "-",
                        "，",
                        "<",
                        "]]>")
                .map(sign -> Arguments.of(sign, sign.repeat(LONG / sign.length())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void readsEachInTime(String sign, String markup) {
        var read = assertTimeoutPreemptively(SOON, () -> read(WORDS.repeat(3) + markup));

        assertThat(read.text()).hasSizeLessThanOrEqualTo(100_000);
    }

    @Test
    void readsAPageOfAHundredThousandElements() {
        var markup = IntStream.range(0, 50_000)
                .mapToObj("<p>Paragraph <i>%d</i>, and words.</p>"::formatted)
                .collect(Collectors.joining());

        var read = assertTimeoutPreemptively(SOON, () -> read("<article>" + markup));

        assertThat(read.text()).contains("Paragraph 1, and words.").hasSizeLessThanOrEqualTo(100_000);
    }

    @Test
    void readsAPageOfHugeAttributes() {
        var markup =
                "<div class='%1$s' id='%1$s' style='%1$s' %1$s>".formatted("share-".repeat(100_000)) + WORDS.repeat(3);

        var read = assertTimeoutPreemptively(SOON, () -> read(markup));

        assertThat(read.text()).contains("to be taken for an article");
    }

    @Test
    void readsNoMoreOfAPageThanFitsInMemory() {
        var page = WebPage.of("<i>".repeat(1_000_000) + "</i>".repeat(1_000_000), null);

        assertThat(page.html().getAllElements()).hasSizeLessThan(61_000);
    }

    /** From collections of what gets past others. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<img src='javascript:alert(1)'>",
                "<a href='javascript:alert(1)'>x</a>",
                "<a href=' java\tscript:alert(1)'>x</a>",
                "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
                "<a href='vbscript:alert(1)'>x</a>",
                "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
                "<svg onload=alert(1)><script>alert(1)</script></svg>",
                "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
                "<form action='javascript:alert(1)'><button formaction='javascript:alert(1)'>x</button></form>",
                "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
                "<style>@import 'javascript:alert(1)';</style>",
                "<p style='background:url(javascript:alert(1))' onclick=alert(1)>x</p>",
                "<object data='javascript:alert(1)'></object><embed src='javascript:alert(1)'>",
                "<table background='javascript:alert(1)'><tr><td colspan='9 onclick=alert(1)'>x</td></tr></table>",
                "<template><img src=x onerror=alert(1)></template>",
                "<textarea><img src=x onerror=alert(1)></textarea>",
                "<xmp><img src=x onerror=alert(1)></xmp>",
                "<p>&lt;img src=x onerror=alert(1)&gt;</p>",
                "<pre>&lt;script&gt;alert(1)&lt;/script&gt;</pre>",
                "<img alt='\"><script>alert(1)</script>' src='https://a.example/x.png'>",
                "<a href='https://a.example/\"onmouseover=\"alert(1)'>x</a>",
                "<details open ontoggle=alert(1)><summary>x</summary></details>",
                "<blockquote cite='javascript:alert(1)'>x</blockquote>",
                "<base href='javascript:alert(1)//'><a href='x'>x</a>"
            })
    void letsNothingThroughThatDoesAnything(String vector) {
        var html = read("<article>" + WORDS.repeat(3) + vector + WORDS + "</article>")
                .html();

        var written = Jsoup.parseBodyFragment(html);
        assertThat(html).contains("to be taken for an article");
        assertThat(
                        written.select(
                                "script, style, iframe, svg, math, form, button, object, embed, template, textarea, xmp, noscript, base"))
                .isEmpty();
        assertThat(written.getAllElements().stream().flatMap(each -> each.attributes().asList().stream()))
                .allSatisfy(attribute ->
                        assertThat(attribute.getKey()).isIn("href", "src", "alt", "rel", "colspan", "rowspan"))
                .allSatisfy(attribute -> assertThat(attribute.getValue())
                        .doesNotStartWithIgnoringCase("javascript:")
                        .doesNotStartWithIgnoringCase("data:"));
        assertThat(written.select("[href], [src]").stream().map(each -> each.attr("href") + each.attr("src")))
                .allMatch(address -> address.matches("(https?|mailto):.*"));
    }
}
