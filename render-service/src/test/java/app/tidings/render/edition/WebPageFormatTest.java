package app.tidings.render.edition;

import static app.tidings.render.TestManuscripts.EN;
import static app.tidings.render.TestManuscripts.ZH;
import static app.tidings.render.TestManuscripts.ZH_TEASER;
import static app.tidings.render.TestManuscripts.aFullIssue;
import static app.tidings.render.TestManuscripts.aSmallIssue;
import static app.tidings.render.TestManuscripts.anImage;
import static app.tidings.render.TestManuscripts.anIssueOfEnglishPages;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.contracts.Manuscript;
import app.tidings.contracts.Profile.EditionPlan;
import app.tidings.render.typeset.Typesetting;
import java.net.URI;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class WebPageFormatTest {

    private static final Addresses ADDRESSES = new Addresses(URI.create("https://news.example"));
    private final WebPageFormat format = new WebPageFormat(Templates.precompiled());

    @Test
    void isAWholeDocumentInItsLanguage() {
        var page = page(full(), EN);

        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.title()).isEqualTo("Tidings Weekly #12: Why queues grow");
        assertThat(page.select("main article h1").text()).isEqualTo(page.title());
        assertThat(page.select("time").attr("datetime")).isEqualTo("2026-11-21");
    }

    @Test
    void parsesWithoutAnError() {
        var parser = Parser.htmlParser().setTrackErrors(20);

        Jsoup.parse(text(full(), ZH), "https://news.example", parser);

        assertThat(parser.getErrors()).isEmpty();
    }

    @Test
    void holdsEveryEntryOnceInOrder() {
        var page = page(full(), ZH);

        assertThat(page.select("#articles .entry h3 a").eachText())
                .hasSize(3)
                .first()
                .isEqualTo("队列为什么会排长队：从一个等待公式说起");
        assertThat(page.select("#projects .no").eachText()).containsExactly("1", "2", "3", "4");
        assertThat(page.select("#projects-1 .label").eachText()).containsExactly("(英)", "★ 2.3k");
        assertThat(page.select(".entry")).hasSize(10);
    }

    @Test
    void showsImagesOfThisSiteAlone() {
        var image = requireNonNull(page(full(), ZH).select("figure img").first());

        assertThat(image.attr("src")).isEqualTo("/media/" + "a".repeat(64));
        assertThat(image.attr("alt")).isEqualTo("两条队列的等待时间曲线");
        assertThat(image.attr("width")).isEqualTo("1200");
    }

    @Test
    void tellsOthersWhatItIs() {
        var page = page(full(), ZH);

        assertThat(page.select("meta[property=og:title]").attr("content")).isEqualTo("潮讯周刊#12：队列为什么会排长队");
        assertThat(page.select("meta[property=og:url]").attr("content"))
                .isEqualTo("https://news.example/tidings-weekly/zh/12");
        assertThat(page.select("meta[property=og:image]").attr("content"))
                .isEqualTo("https://news.example/media/" + "a".repeat(64));
        assertThat(page.select("link[rel=canonical]").attr("href"))
                .isEqualTo("https://news.example/tidings-weekly/zh/12");
        assertThat(page.select("link[hreflang]").eachAttr("hreflang")).containsExactly("zh", "en");
        assertThat(page.select("link[type=text/markdown]").attr("href"))
                .isEqualTo("https://news.example/tidings-weekly/zh/12.md");
    }

    @Test
    void marksAPageUnlessThereIsOneInTheEditionsLanguage() {
        var page = page(anIssueOfEnglishPages(), ZH);

        assertThat(page.select("h3 a").eachAttr("href"))
                .containsExactly("https://notes.example/queue", "https://notes.example/zh/index");
        assertThat(page.select("#articles-1 .label").text()).isEqualTo("(英)");
        assertThat(page.select("#articles-2 .label")).isEmpty();
    }

    @Test
    void saysWhichLanguageAForeignTextIsIn() {
        assertThat(page(full(), EN).select("#articles-2 a").attr("lang")).isEqualTo("zh");
        assertThat(page(full(), EN).select("#articles-1 a").hasAttr("lang")).isFalse();
    }

    @Test
    void linksWithinItselfToWhatIsThere() {
        var page = page(full(), ZH);

        assertThat(page.select("a[href^=#]").eachAttr("href"))
                .isNotEmpty()
                .allSatisfy(href ->
                        assertThat(page.getElementById(href.substring(1))).isNotNull());
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    @Test
    void hasNoScriptAndNoStyleOfItsOwn() {
        var page = page(full(), ZH);

        assertThat(page.select("script, style, [style], iframe")).isEmpty();
        assertThat(page.select("link[rel=stylesheet]").eachAttr("href")).containsExactly("/assets/tidings.css");
    }

    @Test
    void leavesRoomForItsNeighboursOnce() {
        assertThat(text(full(), ZH).split(WebPageFormat.NEIGHBOURS, -1)).hasSize(2);
    }

    @Test
    void isTheSameBytesEachTime() {
        assertThat(text(full(), ZH)).isEqualTo(text(full(), ZH));
    }

    @Test
    void listsTitlesInATeaser() {
        var page = page(aSmallIssue(), ZH_TEASER);

        assertThat(page.select("article.teaser .entry").text()).isEqualTo("1 队列为什么会排长队");
        assertThat(page.select("article a[href^=https]")).isEmpty();
    }

    private static Manuscript full() {
        return aFullIssue(List.of(anImage("a".repeat(64)), anImage("b".repeat(64))));
    }

    private Document page(Manuscript manuscript, EditionPlan plan) {
        return Jsoup.parse(text(manuscript, plan));
    }

    private String text(Manuscript manuscript, EditionPlan plan) {
        return format.print(Typesetting.edition(manuscript, plan, ADDRESSES))
                .getFirst()
                .text();
    }
}
