package app.tidings.curation.page.metadata;

import static app.tidings.curation.page.TestPages.page;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The dates of pages that state none for machines. */
class ShownDatesTest {

    private static final String HEADLINE = "<title>The early tide</title><h1>The early tide</h1>";
    private static final String TEXT =
            "<p>%s</p>".formatted("The tide came early today, and nobody knows why. ".repeat(12));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div id=comments><span class=date>2026-11-29 09:40</span><p>So true.</p></div>",
                "<div class=CommentBox><p>Posted Nov 29, 2026 9:40 UTC (Sun)</p></div>",
                "<div class=comments-list><time datetime=2026-11-29T09:40:00Z>today</time></div>",
                "<div class=related-article><a href=/7>Another</a> <span class=time>2026-11-29 09:40</span></div>"
            })
    void leavesThoseOfCommentsAndOtherPages(String around) {
        assertThat(Metadata.of(page("<h2 class=date-header>Friday, November 20, 2026</h2>" + HEADLINE + TEXT + around))
                        .published())
                .hasToString("2026-11-20");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <p>November 20, 2026</p>                                                          | 2026-11-20
            <dl><dt>Created:</dt><dd>20-Nov-2026</dd></dl>                                    | 2026-11-20
            <i>更新于 2026-11-29 10:00</i> <i>发布于 2026-11-20 08:30</i>                        | 2026-11-20T08:30
            <abbr class=published title=2026-11-20T08:30:00Z>8:30 am</abbr>                   | 2026-11-20T08:30Z
            <span class=age title='2026-11-20T08:30:00 1795163400'>9 days ago</span>          | 2026-11-20T08:30
            <span data-time='2026-11-20 08:30:05'>昨天</span>                                  | 2026-11-20T08:30:05
            <relative-time datetime=2026-11-20T08:30:00Z>9 days ago</relative-time>           | 2026-11-20T08:30Z
            """)
    void believesTheOneUnderTheHeadlineFirst(String line, String date) {
        var below = "<div class=info>Seen on 2026-11-28 07:00</div>";

        assertThat(Metadata.of(page(HEADLINE + line + TEXT + below)).published())
                .hasToString(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class=comments><p>November 29, 2026</p></div>",
                "<a class=info title='%s 2026-11-29 09:40'>Tides</a>"
            })
    void leavesWhatIsNoneThoughItStandsUnderTheHeadline(String line) {
        var html = HEADLINE + line.formatted("The tide is late. ".repeat(12)) + TEXT;

        assertThat(Metadata.of(page(html)).published()).isNull();
    }

    @Test
    void leavesThoseOfTheFilesInAList() {
        var row =
                "<tr><td>a.txt</td><td><relative-time datetime=2026-11-20T08:30:00Z>9 days ago</relative-time></td></tr>";

        assertThat(Metadata.of(page(HEADLINE + "<table>" + row.repeat(2) + "</table>" + TEXT))
                        .published())
                .isNull();
    }

    @Test
    void readsAnInstantThatMicrodataHasBehindItsWords() {
        var post =
                "<div itemscope itemtype=http://schema.org/BlogPosting><abbr itemprop=datePublished title=2026-11-20T08:30:00Z>8:30</abbr></div>";

        assertThat(Metadata.of(page(post)).published()).hasToString("2026-11-20T08:30Z");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            var ct = "1795134600"; var createTime = '2026-11-20 08:30'; | 2026-11-20T00:30Z
            const publishTime='2026-11-20 08:30'                        | 2026-11-20T08:30
            let pub_date = "2026-11-20 08:30"; fresh();                 | 2026-11-20T08:30
            show(publishTime); var publishTime = "2026-11-20 08:30";    | 2026-11-20T08:30
            var createTime = "2026-11-18 07:00", x; var pubTime="2026-11-20 08:30" | 2026-11-20T08:30
            var ct = "17951346"                                         |
            var product = "1795134600"                                  |
            if (ct = "1795134600") {}                                   |
            """)
    void readsTheDateThatAScriptWouldShow(String script, @Nullable String date) {
        var published =
                Metadata.of(page("<script>%s</script><p>x".formatted(script))).published();

        assertThat(published == null ? null : published.toString()).isEqualTo(date);
    }

    @Test
    void readsTheDateOfAScriptThatHoldsTheWholeTextToo() {
        var script = "show(publishTime); var text = '%s'; var publishTime = '2026-11-20 08:30';"
                .formatted("The tide. ".repeat(30_000));

        assertThat(Metadata.of(page("<script>%s</script><p>x".formatted(script)))
                        .published())
                .hasToString("2026-11-20T08:30");
    }

    @ParameterizedTest
    @CsvSource({"潮水, 00:30", "The tide, 08:30", "潮が来た日, 08:30"})
    void takesAClockOfAPageThatStatesNoLanguageByItsTitle(String title, String utc) {
        var html = "<title>%s</title><meta property=article:published_time content='2026-11-20T08:30:00'>"
                .formatted(title);

        assertThat(Metadata.of(page(html)).publishedAt()).isEqualTo(Instant.parse("2026-11-20T%s:00Z".formatted(utc)));
    }
}
