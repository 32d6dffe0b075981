package app.tidings.curation.page.metadata;

import static app.tidings.curation.page.TestPages.page;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page states in each of the ways there are. */
class StatedFactsTest {

    @Test
    void readsMicrodataOfTheArticleAndNotOfWhatStandsInsideIt() {
        var metadata = Metadata.of(page("""
                <div itemscope itemtype="https://schema.org/Person"><span itemprop=name>Nobody</span></div>
                <div itemscope itemtype="https://schema.org/BlogPosting">
                  <span itemprop="author" itemscope itemtype="https://schema.org/Person"><b itemprop=name>Ada Quay</b>
                    <i itemprop=description>Writes</i></span>
                  <span itemprop="author" itemscope itemtype="https://schema.org/Person"><b itemprop=name>Lin</b></span>
                  <time itemprop="datePublished" datetime="2026-11-20T08:30:00Z">last week</time>
                  <meta itemprop="dateModified" content="2026-11-21T08:30:00Z">
                  <img itemprop=image src=/tide.png><p itemprop=description>What it says</p>
                </div>"""));

        assertThat(metadata.author()).isEqualTo("Ada Quay, Lin");
        assertThat(metadata.publishedAt()).isEqualTo(Instant.parse("2026-11-20T08:30:00Z"));
        assertThat(metadata.modifiedAt()).isEqualTo(Instant.parse("2026-11-21T08:30:00Z"));
        assertThat(metadata.images().addresses()).containsExactly(URI.create("https://notes.example/tide.png"));
        assertThat(metadata.description()).isEqualTo("What it says");
        assertThat(metadata.traits().types()).containsExactly("blogposting");
    }

    @Test
    void readsRdfaAndDublinCore() {
        var metadata = Metadata.of(page("""
                <meta name="DC.creator" content="Ada Quay"><meta property="dc:description og:description" content="What it says">
                <span property="dc:date dc:created" content="2026-11-20T08:30:00+01:00"></span>"""));

        assertThat(metadata.author()).isEqualTo("Ada Quay");
        assertThat(metadata.description()).isEqualTo("What it says");
        assertThat(metadata.publishedAt()).isEqualTo(Instant.parse("2026-11-20T07:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                <script type="application/ld+json">{"@type": "VideoObject", "name": "Tides", "thumbnailUrl": ["/tide.png"]}</script>""", """
                <div itemscope itemtype="https://schema.org/VideoObject"><link itemprop=thumbnailUrl href=/tide.png></div>"""})
    void takesTheThumbnailOfAVideoForItsImage(String html) {
        assertThat(Metadata.of(page(html)).images().addresses())
                .containsExactly(URI.create("https://notes.example/tide.png"));
    }

    @Test
    void findsWhatJsonLdNamesByItsId() {
        var metadata = Metadata.of(page("""
                <script type="application/ld+json">/* made by a program */ {"@graph": [
                  {"@type": "NewsArticle", "author": {"@id": "#ada"}, "image": {"@id": "#pic"}, "license": "https://l.example/by",
                   "isAccessibleForFree": "False", "dateModified": "2026-11-21"},
                  {"@type": "Person", "@id": "#ada", "name": "Ada Quay"},
                  {"@type": "ImageObject", "@id": "#pic", "contentUrl": "/pic.jpg"}]}</script>"""));

        assertThat(metadata.author()).isEqualTo("Ada Quay");
        assertThat(metadata.images().addresses()).containsExactly(URI.create("https://notes.example/pic.jpg"));
        assertThat(metadata.license()).isEqualTo("https://l.example/by");
        assertThat(metadata.paywalled()).isTrue();
        assertThat(metadata.modified()).hasToString("2026-11-21");
    }

    @Test
    void believesAPageThatNamesItselfBeforeOneThatNamesAnother() {
        var elsewhere = "<link rel=canonical href=https://wire.example/7>";
        var own = "<meta property=og:url content=https://notes.example/7>";

        assertThat(Metadata.of(page(elsewhere + own)).canonical()).isEqualTo(URI.create("https://notes.example/7"));
        assertThat(Metadata.of(page(elsewhere)).canonical()).isEqualTo(URI.create("https://wire.example/7"));
    }

    @Test
    void takesAddressesAsABaseElementMovesThem() {
        var metadata = Metadata.of(page("<head><base href=/static/><meta property=og:image content=a.png></head>"));

        assertThat(metadata.images().addresses()).containsExactly(URI.create("https://notes.example/static/a.png"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            By Ada Quay and Lin Zhou             | Ada Quay, Lin Zhou
            Posted by Ada Quay on 4 May 2026     | Ada Quay
            作者：林舟、周渡                       | 林舟, 周渡
            文/林舟                               | 林舟
            本报记者 林舟                          | 林舟
            https://social.example/ada           |
            @ada                                 |
            admin                                |
            Ada Quay,ada@notes.example           | Ada Quay
            Ada Quay <ada at notes.example>      | Ada Quay
            Ada Quay (ada@notes.example), Lin    | Ada Quay, Lin
            """)
    void readsTheNamesOfAuthors(String stated, String names) {
        assertThat(Metadata.of(page("<meta name=author content='%s'>".formatted(stated)))
                        .author())
                .isEqualTo(names);
    }

    @Test
    void readsTheReporterOutOfTheText() {
        var news = "<body><p>港口十一月二十日电（记者林舟）潮水今天比表上早到了半个小时，没有人知道为什么。</p></body>";

        assertThat(Metadata.of(page(news)).author()).isEqualTo("林舟");
    }

    @Test
    void readsTheDateThatReadersSeeBeforeTheDayThatThePageShowsAsToday() {
        var metadata = Metadata.of(page("""
                <html lang=zh><div class=today-date>2026年11月29日</div><h1>标题</h1><div><p>2026-11-20 08:30 来源：港口笔记</p></div>"""));

        assertThat(metadata.published()).hasToString("2026-11-20T08:30");
        assertThat(metadata.publishedAt()).isEqualTo(Instant.parse("2026-11-20T00:30:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"zh, 00:30", "zh-Hant-TW, 00:30", "cmn-Hans-CN, 00:30", "cmn, 00:30", "en, 08:30", "zha, 08:30"})
    void takesAClockInChineseForOneInChina(String language, String utc) {
        var html = "<html lang=" + language
                + "><meta property=article:published_time content='2026-11-20T08:30:00'><p>x</p>";

        assertThat(Metadata.of(page(html)).publishedAt()).isEqualTo(Instant.parse("2026-11-20T%s:00Z".formatted(utc)));
    }

    @ParameterizedTest
    @CsvSource({"zh-cmn-Hans, zh-Hans", "cmn, zh", "zh-CN, zh-CN", "en_GB, en-GB", "zh-yue, yue"})
    void readsMandarinAsChinese(String claim, String language) {
        assertThat(Metadata.of(page("<html lang=%s><p>x".formatted(claim))).language())
                .isEqualTo(language);
    }

    @Test
    void readsTheDateOfTheAddressWhereNothingElseTells() {
        assertThat(Metadata.of(page("https://notes.example/2026/11/20/tide", "<p>x"))
                        .published())
                .hasToString("2026-11-20");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "It's over," he said...              | “It’s over,” he said…
            'One' of the "best" tools            | ‘One’ of the “best” tools
            He is 5'10" tall                     | He is 5’10” tall
            x = "a"                              | x = “a”
            """)
    void setsTheQuotationMarksOfADescriptionAsAPrinterDoes(String stated, String set) {
        var html = page("<meta name=description>");
        html.html().head().expectFirst("meta").attr("content", stated);

        assertThat(Metadata.of(html).description()).isEqualTo(set);
    }

    @Test
    void takesTheElementForATitleThatAQuotationMarkCutsShort() {
        var metadata = Metadata.of(page("""
                <title>The "fast" queue</title><meta property="og:title" content="The "fast" queue">"""));

        assertThat(metadata.title()).isEqualTo("The \"fast\" queue");
    }
}
