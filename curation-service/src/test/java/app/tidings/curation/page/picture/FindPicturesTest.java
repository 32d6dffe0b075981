package app.tidings.curation.page.picture;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import app.tidings.curation.page.TestPages;
import app.tidings.curation.page.metadata.Metadata;
import app.tidings.curation.page.picture.Picture.AltFrom;
import app.tidings.curation.page.picture.Picture.From;
import app.tidings.curation.page.text.ReadableText;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FindPicturesTest {

    private static final String TITLE = "How we made the queue fast";
    private static final String HOST = "https://notes.example";

    @Test
    void takesWhatThePageNamesBeforeWhatStandsInItsText() {
        var page = """
                <meta property="og:image" content="/og.png"><meta property="og:image:alt" content="Two curves that cross">
                <script type="application/ld+json">{"@type": "Article", "image": ["/ld.png"]}</script>
                <article><img src="in/text.png" alt="A queue seen from above"></article>""";

        assertThat(pictures(page))
                .extracting(Picture::url, Picture::from, Picture::alt, Picture::altFrom)
                .containsExactly(
                        tuple(URI.create(HOST + "/og.png"), From.PAGE, "Two curves that cross", AltFrom.ALT),
                        tuple(URI.create(HOST + "/ld.png"), From.PAGE, TITLE, AltFrom.TITLE),
                        tuple(
                                URI.create(HOST + "/2026/in/text.png"),
                                From.TEXT,
                                "A queue seen from above",
                                AltFrom.ALT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src='data:image/gif;base64,AAAA' data-src='/late.png'>",
                "<img src='/loading.gif' data-original='/late.png'>",
                "<img src='/a/spacer.gif' srcset='/late.png'>",
                "<img src='/small.png' srcset='/small.png 300w, /late.png 1400w, /huge.png 4000w'>",
                "<img src='/small.png' srcset='/small.png 300w,/late.png 900w'>",
                "<img src='/small.png' srcset='/small.png, /late.png 2x'>",
                "<picture><source type='image/avif' srcset='/no.avif'><source type='image/webp' srcset='/late.png 1200w'>"
                        + "<img src='/fallback.png'></picture>"
            })
    void looksForAPictureWhereThePageKeepsIt(String markup) {
        assertThat(addresses("<article>%s</article>".formatted(markup))).startsWith(HOST + "/late.png");
    }

    @Test
    void keepsCommasThatBelongToAnAddress() {
        assertThat(addresses("<article><img srcset='/w_800,h_600/a.png 800w, /w_1600,h_1200/a.png 1600w'></article>"))
                .containsExactly(HOST + "/w_1600,h_1200/a.png");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src='/pixel.gif'>",
                "<img src='/a.png' width='1' height='1'>",
                "<img src='/a.png' width='64'>",
                "<img src='/a.png' width='1200' height='120'>",
                "<img src='/img/avatars/ada.png'>",
                "<img src='https://secure.gravatar.com/x.png'>",
                "<img src='https://img.shields.io/a.png'>",
                "<img src='/static/site-logo.png'>",
                "<img src='/diagram.svg'>",
                "<img src='/a.png' class='user-avatar'>",
                "<img src='/a.png' style='display: none'>",
                "<img src='/a.png' role='presentation'>",
                "<img src='javascript:alert(1)'>",
                "<aside><img src='/a.png'></aside>",
                "<nav><img src='/a.png'></nav>"
            })
    void passesOverWhatIsNoPictureOfTheArticle(String markup) {
        assertThat(addresses("<article>%s</article>".formatted(markup))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/catalogue.png", "/iconography-of-ships.png", "/2026/logos-and-ethos/chart.png", "/backlog.png"
            })
    void takesNoPictureForALogoThatIsOnlyCalledAlike(String address) {
        assertThat(addresses("<article><img src='%s'></article>".formatted(address)))
                .hasSize(1);
    }

    @Test
    void takesALogoThatThePageNamesOnlyForWantOfAnother() {
        var page = "<meta property='og:image' content='/logo.png'><article><img src='/chart.png'></article>";

        assertThat(addresses(page)).containsExactly(HOST + "/chart.png", HOST + "/logo.png");
    }

    @Test
    void looksOnlyAtTheArticleThatWasRead() {
        var page = """
                <body><div><img src='/teaser.png' alt='Another story'></div>
                <div class=content><h1>%s</h1><p>%s</p><img src='/chart.png'><p>%s</p></div>
                <div><img src='/more.png' alt='Yet another story'></div>""".formatted(
                        TITLE,
                        "Our queue took two seconds for each message, and nobody had noticed, for nobody had measured it. "
                                .repeat(5),
                        "In the end a single missing index had cost us most of the time, which is a lot for one line. "
                                .repeat(5));
        var read = TestPages.page(page);
        var metadata = Metadata.of(read);
        var article = ReadableText.of(read, metadata).html();

        assertThat(FindPictures.of(read, metadata.images(), article, TITLE))
                .extracting(each -> each.url().getPath())
                .containsExactly("/chart.png");
    }

    @Test
    void offersEachPictureOnceAndNoMoreThanEight() {
        var page = "<article>" + "<img src='/a.png'>".repeat(3) + images(20) + "</article>";

        assertThat(addresses(page)).hasSize(FindPictures.MOST).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <figure><img src='/a.png' alt='Two curves'><figcaption>What it cost</figcaption></figure> | Two curves | ALT
            <figure><img src='/a.png' alt='image.png'><figcaption>What it cost</figcaption></figure>  | What it cost | CAPTION
            <h2>Where time goes</h2><p>Text.</p><div><p><img src='/a.png' alt='IMG_2034.jpg'></p></div> | Where time goes | HEADING
            <h1>Another headline</h1><p><img src='/a.png'></p>                                         | How we made the queue fast | TITLE
            <h2>图片</h2><p><img src='/a.png' alt='在这里插入图片描述'></p>                                | How we made the queue fast | TITLE
            <p><img src='/a.png' alt='架构图'></p>                                                       | 架构图 | ALT
            """)
    void proposesThePagesOwnWordsForThoseWhoCannotSeeThePicture(String markup, String alt, AltFrom from) {
        assertThat(pictures("<article>%s</article>".formatted(markup)))
                .singleElement()
                .returns(alt, Picture::alt)
                .returns(from, Picture::altFrom);
    }

    @Test
    void saysOfThePagesPictureWhatStandsBelowItInTheText() {
        var page = """
                <meta property="og:image" content="/a.png"><meta property="og:image:alt" content="Featured image">
                <article><figure><img src="/a.png"><figcaption>The old queue and the new one</figcaption></figure></article>""";

        assertThat(pictures(page))
                .singleElement()
                .returns("The old queue and the new one", Picture::alt)
                .returns(AltFrom.CAPTION, Picture::altFrom);
    }

    @Test
    void endsSoonOnAPageThatIsMadeToTakeLong() {
        var words = "a".repeat(295) + " b"; // nearly the name of a hash
        var sizes = "<source srcset='%s'>".formatted("/a.png 100w, ".repeat(30)).repeat(30);
        var page = "<article><h2>%s</h2>".formatted(words)
                + "<meta property='og:image' content='/og.png'><meta name='twitter:image' content='/twitter.png'>"
                + "<figure><picture>%s<img alt='%s'></picture><figcaption>%2$s</figcaption></figure>"
                        .formatted(sizes, words)
                        .repeat(200);

        var pictures = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> pictures(page));

        assertThat(pictures).isNotEmpty().last().returns(words, Picture::alt);
    }

    @Test
    void readsNoMoreOfAHeadingThanItProposes() {
        var heading = "<i>Where</i> <b>time</b> goes<br>by night" + "<p>and by day</p>".repeat(10_000);

        assertThat(pictures("<article><h2>%s</h2><img src='/a.png'></article>".formatted(heading)))
                .singleElement()
                .extracting(Picture::alt, as(STRING))
                .startsWith("Where time goes by night and by day and by day")
                .endsWith("…")
                .hasSizeLessThanOrEqualTo(300);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "image",
                "Image",
                "an image",
                "Picture",
                "blog post cover image",
                "featured image",
                "Screenshot",
                "alt text",
                "图片",
                "封面图",
                "配图",
                "请输入图片描述",
                "enter image description here",
                "IMG_2034",
                "DSC01234",
                "IMG_2034.jpg",
                "queue final.PNG",
                "微信图片_20261129101112",
                "Screenshot 2026-11-29 10.11.12",
                "1",
                "12-34",
                "8f14e45fceea167a5a36dedd4bea2543",
                "https://notes.example/a",
                "null",
                "undefined",
                "图 1",
                "Figure 2",
                "- -",
                "ab"
            })
    void takesNoWordsThatSayNothing(String alt) {
        assertThat(AltText.saysSomething(alt)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Two curves that cross",
                "架构图",
                "图 1：队列的延迟",
                "Figure 2: latency of the queue",
                "cat",
                "Screenshot of the settings page",
                "image compression compared",
                "ER-Diagramm",
                "グラフ",
                "photo of Ada"
            })
    void takesWordsThatSaySomething(String alt) {
        assertThat(AltText.saysSomething(alt)).isTrue();
    }

    private static String images(int count) {
        var images = new StringBuilder();
        for (var i = 0; i < count; i++) {
            images.append("<img src='/%d.png'>".formatted(i));
        }
        return images.toString();
    }

    private static List<Picture> pictures(String html) {
        var page = TestPages.page(html);
        return FindPictures.of(page, Metadata.of(page).images(), null, TITLE);
    }

    private static List<String> addresses(String html) {
        return pictures(html).stream().map(each -> each.url().toString()).toList();
    }
}
