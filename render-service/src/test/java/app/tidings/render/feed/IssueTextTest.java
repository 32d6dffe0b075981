package app.tidings.render.feed;

import static app.tidings.render.TestManuscripts.EN;
import static app.tidings.render.TestManuscripts.ZH;
import static app.tidings.render.TestManuscripts.ZH_TEASER;
import static app.tidings.render.TestManuscripts.aFullIssue;
import static app.tidings.render.TestManuscripts.anEntry;
import static app.tidings.render.TestManuscripts.anImage;
import static app.tidings.render.TestManuscripts.anIssue;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.contracts.Manuscript;
import app.tidings.contracts.Manuscript.Part;
import app.tidings.contracts.Profile.EditionPlan;
import app.tidings.render.edition.Addresses;
import app.tidings.render.edition.Templates;
import app.tidings.render.edition.WebPageFormat;
import app.tidings.render.typeset.Typesetting;
import java.net.URI;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IssueTextTest {

    private static final Addresses ADDRESSES = new Addresses(URI.create("https://news.example"));
    private static final WebPageFormat WEB = new WebPageFormat(Templates.precompiled());

    @Test
    void holdsTheWholeIssueInOrder() {
        var text = Jsoup.parse(full(ZH).html()).text();

        assertThat(text)
                .containsSubsequence(
                        "本期分享了",
                        "你好，这里每周分享",
                        "下周休刊一期",
                        "🦄文章&教程",
                        "1. 队列为什么会排长队：从一个等待公式说起 (英)",
                        "利用率从 80% 升到 95%",
                        "赞助内容",
                        "🐿️项目&资源",
                        "1. reef：给日志用的列式存储 (英) ★ 2.3k",
                        "（@Mira 投稿）",
                        "欢迎订阅")
                .doesNotContain("目录");
    }

    @Test
    void makesEveryAddressOne() {
        var html = Jsoup.parse(full(ZH).html());

        assertThat(html.select("a").eachAttr("href"))
                .isNotEmpty()
                .allMatch(href -> href.matches("(https?://|mailto:).*"));
        assertThat(html.select("img").eachAttr("src"))
                .containsExactly(
                        "https://news.example/media/" + "a".repeat(64), "https://news.example/media/" + "b".repeat(64));
        assertThat(full(ZH).image()).isEqualTo("https://news.example/media/" + "a".repeat(64));
        assertThat(html.select("img").eachAttr("alt")).first().isEqualTo("两条队列的等待时间曲线");
    }

    @Test
    void keepsNothingThatStylesOrRunsOrNames() {
        var html = Jsoup.parse(full(EN).html());

        assertThat(html.body().select("script, style, iframe, nav, [class], [id], [style], [loading], [aria-hidden]"))
                .isEmpty();
        assertThat(full(EN).html()).doesNotContain("<!--");
        assertThat(html.select("[lang=zh]").eachText()).anyMatch(text -> text.contains("一个标题很长的例子"));
    }

    @Test
    void keepsCodeAsItIsWritten() {
        assertThat(full(EN).html()).contains("<pre><code>filter = Bloom(bits=1 &lt;&lt; 20)\n</code></pre>");
    }

    @Test
    void sumsUpInTheFirstHeadlines() {
        assertThat(full(EN).summary())
                .startsWith("Why queues grow: a waiting-time formula, explained · ")
                .endsWith("…")
                .hasSizeLessThanOrEqualTo(200);
        assertThat(of(anIssue(List.of(), List.of()), ZH).summary()).isEqualTo("每周值得一读的工程文章与开源项目");
    }

    @Test
    void saysNoMoreThanTheTeaser() {
        var teaser = of(aFullIssue(List.of()), ZH_TEASER);

        assertThat(teaser.html()).contains("队列为什么会排长队").doesNotContain("利用率从", "blog.example.org");
        assertThat(teaser.summary()).startsWith("队列为什么会排长队");
        assertThat(teaser.image()).isNull();
    }

    @ParameterizedTest
    @MethodSource("app.tidings.render.prose.HostileTexts#all")
    void letsNothingThroughThatActs(String hostile) {
        var entry = anEntry().zh(hostile + " t", hostile + "\n\nend").build();
        var html = Jsoup.parse(of(anIssue(List.of(new Part("articles", List.of(entry))), List.of()), ZH)
                .html());

        assertThat(html.select("script, style, iframe, object, embed, form, input, svg, math, base, meta, link, img"))
                .isEmpty();
        assertThat(html.body().getAllElements())
                .allSatisfy(element -> assertThat(element.attributes()).allSatisfy(attribute -> {
                    assertThat(attribute.getKey()).isIn("href", "lang");
                    assertThat(attribute.getValue()).matches("(https?://|mailto:|[a-z]{2}$).*");
                }));
    }

    private static IssueText full(EditionPlan plan) {
        return of(aFullIssue(List.of(anImage("a".repeat(64)), anImage("b".repeat(64)))), plan);
    }

    private static IssueText of(Manuscript manuscript, EditionPlan plan) {
        var edition = Typesetting.edition(manuscript, plan, ADDRESSES);
        return IssueText.of(WEB.print(edition).getFirst().text().getBytes(UTF_8), edition.page());
    }
}
