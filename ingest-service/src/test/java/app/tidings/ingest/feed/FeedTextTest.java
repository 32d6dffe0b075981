package app.tidings.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            List<String> in Java                    | List<String> in Java
            <b>Bold</b> and <em class="x">not</em>  | Bold and not
            1 < 2 && 3 > 2                          | 1 < 2 && 3 > 2
            AT&amp;T &#8211; &quot;q&quot;          | AT&T – "q"
            a<!-- hidden -->b<!-- open              | ab
            x<script>alert(1)</script>y             | xy
            <script>a</script><script>b</script>c   | c
            没有标签                                  | 没有标签
            """)
    void leavesInATitleWhatOnlyLooksLikeATag(String raw, String plain) {
        assertThat(new FeedText(raw, true).plainTitle(100)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            One<br>Two<br/>Three <br class="x"> Four | One Two Three Four
            <p>Para</p><p>Two</p>                    | Para Two
            <DIV>Big</div><div>Small</DIV>           | Big Small
            <ul><li>One</li><li>Two</li></ul>        | One Two
            <h2>News</h2>Today                       | News Today
            Chapter 1<p>The start                    | Chapter 1 The start
            一<br />二                                | 一 二
            H<sub>2</sub>O, <b>b</b>old              | H2O, bold
            """)
    void partsTheWordsOfATitleWhereABrowserDoes(String raw, String plain) {
        assertThat(new FeedText(raw, true).plainTitle(100)).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Using the <div> tag",
                "<script> loading",
                "<template>",
                "The new <details> element and <summary>",
                "为什么「<script> 标签」会阻塞渲染？",
                "使用<p>标签",
                "if a<b and c>d",
                "Use <b> or <strong>?",
                "Why </body> may be left out",
                "All of <Link/>",
                "Understanding <meta name=\"viewport\">",
                "Ana <a@b.example>"
            })
    void keepsTheElementThatATitleSpeaksOf(String title) {
        assertThat(new FeedText(title, true).plainTitle(100)).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <b>Breaking: it is cut               | Breaking: it is cut
            Cut <a href="https://a.example/">off | Cut off
            Cut <span class=x> off               | Cut off
            Cut <img src='x.png' alt='y'> off    | Cut off
            Cut <p /> off                        | Cut off
            Never begun</p></b>                  | Never begun
            x<SCRIPT>alert(1)</script>y          | xy
            <template>a</template>b              | b
            <video controls>a</video>            | a
            """)
    void takesForMarkupWhatIsWrittenLikeIt(String raw, String plain) {
        assertThat(new FeedText(raw, true).plainTitle(100)).isEqualTo(plain);
    }

    @Test
    void takesTextThatIsNoMarkupAsItStands() {
        assertThat(new FeedText("<b> &amp; \u00a0\n x", false).plain(100)).isEqualTo("<b> &amp; x");
    }

    @Test
    void dropsMarkupScriptsAndUnseenCharacters() {
        var text = new FeedText("<p>one</p><style>p{}</style><p>tw\u202eo<br>three\u0000</p>", true);

        assertThat(text.plain(100)).isEqualTo("one two three");
    }

    @Test
    void dropsHalfACharacter() {
        assertThat(new FeedText("Half\ud83d and whole \ud83e\udd84", false).plain(100))
                .isEqualTo("Half and whole \ud83e\udd84");
    }

    @Test
    void cutsAtTheLimitAndNeverInsideACharacter() {
        assertThat(new FeedText("abcde", false).plain(5)).isEqualTo("abcde");
        assertThat(new FeedText("abcdef", false).plain(5)).isEqualTo("abcd…");
        assertThat(new FeedText("abc\ud83e\udd84def", false).plain(5)).isEqualTo("abc…");
    }

    @Test
    void cutsTheWholeTextEachTime() {
        var text = new FeedText("<p>a < b</p>", true);

        assertThat(text.plain(3)).isEqualTo("a…");
        assertThat(text.plainTitle(4)).isEqualTo("a <…");
        assertThat(text.plain(100)).isEqualTo("a < b");
        assertThat(text.plainTitle(100)).isEqualTo("a < b");
    }
}
