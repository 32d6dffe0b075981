package app.tidings.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
