package app.tidings.render.edition;

import static app.tidings.render.TestManuscripts.ZH;
import static app.tidings.render.TestManuscripts.aFullIssue;
import static app.tidings.render.TestManuscripts.anEntry;
import static app.tidings.render.TestManuscripts.anImage;
import static app.tidings.render.TestManuscripts.anIssue;
import static app.tidings.render.TestManuscripts.anIssueOfEnglishPages;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.contracts.Manuscript;
import app.tidings.contracts.Manuscript.Part;
import app.tidings.render.typeset.Typesetting;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class EmailFormatTest {

    private static final Addresses ADDRESSES = new Addresses(URI.create("https://news.example"));
    private final EmailFormat format = new EmailFormat(Templates.precompiled());

    @Test
    void holdsTheSameEntriesInBothParts() {
        var html = html(full());
        var text = text(full());

        assertThat(html.select("h3").eachText()).hasSize(10);
        assertThat(html.select("h3 a").eachAttr("href"))
                .allSatisfy(href -> assertThat(text).contains(href));
        assertThat(html.select("h3 a").eachText())
                .allSatisfy(title -> assertThat(text).contains(title));
    }

    @Test
    void marksAPageUnlessThereIsOneInTheEditionsLanguage() {
        var html = html(anIssueOfEnglishPages());
        var text = text(anIssueOfEnglishPages());

        assertThat(html.select("h3").eachText())
                .satisfiesExactly(
                        first -> assertThat(first).contains("队列").contains("(英)"),
                        second -> assertThat(second).contains("索引").doesNotContain("(英)"));
        assertThat(html.select("h3 a").eachAttr("href"))
                .containsExactly("https://notes.example/queue", "https://notes.example/zh/index");
        assertThat(text.lines().filter(line -> line.contains("(英)")))
                .singleElement()
                .asString()
                .contains("队列");
        assertThat(text).contains("https://notes.example/zh/index");
    }

    @Test
    void leadsWithItsPreheaderAndHeadline() {
        var envelope = Envelope.of(edition(full()));

        assertThat(envelope.subject()).isEqualTo("潮讯周刊#12：队列为什么会排长队");
        assertThat(envelope.preheader()).startsWith("队列为什么会排长队：从一个等待公式说起 · 一个标题很长");
        assertThat(requireNonNull(html(full()).body().child(0)).text()).startsWith(envelope.preheader());
        assertThat(html(full()).select("h1").text()).isEqualTo(envelope.subject());
    }

    @Test
    void hasTheReadersOwnAddressesAsMarks() {
        var marks = Envelope.of(edition(full())).marks();

        assertThat(html(full())
                        .select("a[href=%s]".formatted(marks.unsubscribe()))
                        .text())
                .isEqualTo("退订");
        assertThat(html(full())
                        .select("a[href=%s]".formatted(marks.preferences()))
                        .text())
                .isEqualTo("订阅设置");
        assertThat(text(full())).contains("退订 " + marks.unsubscribe(), "订阅设置 " + marks.preferences());
    }

    @Test
    void makesOtherMarksForOtherTexts() {
        var marks = Envelope.of(edition(full())).marks();
        var posing = anIssue(
                List.of(new Part(
                        "articles",
                        List.of(anEntry()
                                .zh(marks.unsubscribe(), marks.unsubscribe())
                                .build()))),
                List.of());

        assertThat(Envelope.of(edition(posing)).marks()).isNotEqualTo(marks);
        assertThat(text(posing)).doesNotContain("退订 " + marks.unsubscribe());
    }

    @Test
    void showsImagesAtTheirPublicAddressNoWiderThanTheColumn() {
        var image = requireNonNull(html(full()).select("img").first());

        assertThat(image.attr("src")).isEqualTo("https://news.example/media/" + "a".repeat(64));
        assertThat(Integer.parseInt(image.attr("width"))).isLessThanOrEqualTo(600);
    }

    @Test
    void carriesItsStyleInEveryElementOfText() {
        var html = html(full());

        assertThat(html.select("body p, body h1, body h2, body h3, body a, body li, body pre"))
                .allSatisfy(element -> assertThat(element.hasAttr("style")).isTrue());
        assertThat(html.select("script, link, form, iframe")).isEmpty();
    }

    @Test
    void saysWhyItComesAndWhoSendsIt() {
        assertThat(html(full()).body().text())
                .contains("你收到这封邮件，是因为订阅了「潮讯周刊」。", "出版：潮讯编辑部", "浙江省杭州市某路 1 号", "许可协议：CC BY-NC-SA 4.0");
    }

    @Test
    void listsOnlyTitlesWhenClientsWouldCutItOff() {
        var tooLong = issueOf(40, "长".repeat(1500));

        var html = format.print(edition(tooLong)).getFirst();

        assertThat(html.bytes()).hasSizeLessThanOrEqualTo(EmailFormat.MAX_BYTES);
        assertThat(html.text()).contains("邮件里只列出标题").doesNotContain("长长");
        assertThat(Jsoup.parse(html.text()).select("h3 a")).hasSize(40);
        assertThat(text(tooLong)).contains("邮件里只列出标题");
    }

    @Test
    void isWholeUpToTheLimit() {
        assertThat(format.print(edition(issueOf(10, "长".repeat(1500))))
                        .getFirst()
                        .text())
                .contains("长长")
                .doesNotContain("邮件里只列出标题");
    }

    @Test
    void leadsToThePageAloneWhenTitlesAreTooMany() {
        var html = html(issueOf(600, "短"));

        assertThat(html.select("h3")).isEmpty();
        assertThat(html.select("h1 a").attr("href")).isEqualTo("https://news.example/tidings-weekly/zh/12");
    }

    @Test
    void isTheSameBytesEachTime() {
        assertThat(format.print(edition(full()))).isEqualTo(format.print(edition(full())));
    }

    private static Manuscript full() {
        return aFullIssue(List.of(anImage("a".repeat(64)), anImage("b".repeat(64))));
    }

    private static Manuscript issueOf(int entries, String comment) {
        var entry = anEntry().zh("标题", comment).build();
        return anIssue(List.of(new Part("articles", Collections.nCopies(entries, entry))), List.of());
    }

    private static Edition edition(Manuscript manuscript) {
        return Typesetting.edition(manuscript, ZH, ADDRESSES);
    }

    private Document html(Manuscript manuscript) {
        return Jsoup.parse(format.print(edition(manuscript)).getFirst().text());
    }

    private String text(Manuscript manuscript) {
        return format.print(edition(manuscript)).getLast().text();
    }
}
