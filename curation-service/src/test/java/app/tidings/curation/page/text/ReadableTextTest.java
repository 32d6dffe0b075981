package app.tidings.curation.page.text;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.curation.page.TestPages;
import app.tidings.curation.page.metadata.Metadata;
import app.tidings.curation.page.text.ReadableText.Quality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadableTextTest {

    private static ReadableText read(String html) {
        var page = TestPages.page(html);
        return ReadableText.of(page, Metadata.of(page));
    }

    private static String text(String html) {
        return read(html).text();
    }

    @Test
    void findsTheArticleOfAnEnglishPage() {
        assertThat(text(TestPages.ENGLISH)).isEqualTo("""
                Our queue took two seconds for each message. Nobody had noticed, e.g. because nobody had measured it.
                We then wrote a small benchmark and looked at every step in turn, from the socket to the disk and back again.
                queue.put(message)
                queue.flush()
                In the end a single missing index had cost us 1.9 of the 2 seconds, which is a lot for one line of code.""");
    }

    @Test
    void findsTheArticleOfAChinesePage() {
        assertThat(text(TestPages.CHINESE))
                .startsWith("我们的队列处理一条消息要两秒。")
                .contains("一行代码的代价真不小。")
                .doesNotContain("首页", "热门推荐", "版权所有");
    }

    @Test
    void findsAnArticleThatIsMadeOfDivisions() {
        var html = "<div id=a><div>%s</div><div>%s</div></div><div id=b><a href=/>%s</a></div>"
                .formatted(
                        "The first part of a text. ".repeat(5),
                        "The second part of a text. ".repeat(5),
                        "A link. ".repeat(50));

        assertThat(text(html)).contains("first part", "second part").doesNotContain("A link");
    }

    @Test
    void cutsATextWithoutParagraphsBehindASentence() {
        var sentence = "Ten words of a book that has only one paragraph. ";
        var html = "<article><p>%s</p></article>".formatted(sentence.repeat(2_500));

        assertThat(text(html)).hasSizeBetween(99_900, 100_000).endsWith("one paragraph.");
    }

    @Test
    void cutsATextWithoutAnyEndAtItsLastWholeCharacter() {
        var html = "<article><p>x%s</p></article>".formatted("\ud83e\udd84".repeat(60_000));

        assertThat(text(html)).hasSize(99_999).endsWith("\ud83e\udd84");
    }

    @Test
    void leavesATextThatIsAsLongAsItMayBe() {
        var html = "<article><p>%s</p></article>".formatted("x".repeat(100_000));

        assertThat(read(html))
                .returns(false, ReadableText::isPartial)
                .extracting(ReadableText::text)
                .asString()
                .hasSize(100_000);
        assertThat(read("<article><p>%s</p></article>".formatted("x".repeat(100_001))))
                .returns(true, ReadableText::isPartial)
                .extracting(ReadableText::text)
                .asString()
                .hasSize(100_000);
    }

    @Test
    void showsNoScriptAsText() {
        var html = "<article><p>%s<script>alert(1)</script></p><p>&lt;script&gt; is how it begins. %s</p></article>"
                .formatted(
                        "Some text that is long enough to be found, by anybody who looks for it. ",
                        "And some more text to go with it, and more, so that it cannot be missed.");

        assertThat(text(html)).doesNotContain("alert").contains("<script> is how");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<p>Too short.</p>", "<nav><a href=/>Home</a></nav>", "<frameset></frameset>", "plain"})
    void findsNothingWhereThereIsNoArticle(String html) {
        assertThat(read(html).quality()).isEqualTo(Quality.METADATA_ONLY);
    }

    @Test
    void copesWithAPageThatIsNestedWithoutEnd() {
        var html = "<div>".repeat(50_000) + "<p>" + "Some words at the bottom of it all. ".repeat(20);

        assertThat(text(html)).contains("at the bottom").hasSizeLessThan(2_000);
    }

    private static final String SENTENCE =
            "A sentence that is long enough, with a comma, to be taken for running text. ";

    @Test
    void leavesOutTeasersOfOtherPages() {
        var teaser = "<div class=x><h3><a href=/1>Another page</a></h3><p>%s</p></div>"
                .formatted("How it begins, " + SENTENCE);
        var html = "<div><div><h1>Title</h1><p>%s</p><p>%s</p></div><div>%s</div></div>"
                .formatted(SENTENCE, SENTENCE, teaser.repeat(8));

        assertThat(text(html)).isEqualTo(SENTENCE.strip() + "\n" + SENTENCE.strip());
    }

    @Test
    void readsOldPagesWhoseParagraphsArePartedByLineBreaks() {
        var html = "<table><tr><td><a href=/1>Home</a><br><a href=/2>News</a></td><td>%s</td></tr></table>"
                .formatted((SENTENCE + "<br><br>").repeat(8));

        assertThat(text(html)).doesNotContain("Home").hasLineCount(8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p hidden>%s</p>",
                "<div style='color:red; display: none'><p>%s</p></div>",
                "<div aria-hidden=true><p>%s</p></div>",
                "<div class='sr-only'><p>%s</p></div>",
                "<nav><p>%s</p></nav>",
                "<div role=navigation><p>%s</p></div>",
                "<div class='postShareBox'><p>%s</p></div>",
                "<ul class='comment-list'><li><p>%s</p></li></ul>"
            })
    void leavesOutWhatIsNotShownOrNotToBeRead(String other) {
        var html = "<div><p>%s</p><p>%s</p>%s</div>"
                .formatted(SENTENCE, SENTENCE, other.formatted("Something else, that is: " + SENTENCE));

        assertThat(text(html)).isEqualTo(SENTENCE.strip() + "\n" + SENTENCE.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"with-sidebar", "no-comments", "field-label-hidden", "page-menu-item-7", "shared-values-body"})
    void readsAnArticleWhateverElseItsBoxIsNamedAfter(String name) {
        var html = "<div>%s<div class='%s'><p>%s</p></div></div>"
                .formatted("<p>%s</p>".formatted(SENTENCE).repeat(3), name, SENTENCE);

        assertThat(text(html)).hasLineCount(4);
    }
}
