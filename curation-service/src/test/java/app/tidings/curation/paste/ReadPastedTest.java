package app.tidings.curation.paste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.tidings.contracts.BadValue;
import app.tidings.curation.page.TestPages;
import app.tidings.curation.page.text.ReadableText;
import java.net.URI;
import org.junit.jupiter.api.Test;

class ReadPastedTest {

    private static final URI PAGE = URI.create("https://example.org/a/page");

    @Test
    void takesAPartOfAPageInWhole() {
        var read = html("<h2>Short</h2><p>Few words.</p><p>See <a href='../b'>b</a>.</p>");

        assertThat(read.text()).isEqualTo("Short\nFew words.\nSee b.");
        assertThat(read.html())
                .contains("<h2>Short</h2>", "href=\"https://example.org/b\"", "rel=\"noopener nofollow\"");
    }

    @Test
    void searchesAWholePageForItsArticle() {
        assertThat(html(TestPages.ENGLISH.replace("<body>", "<body><nav><a href=/>Home of the site</a></nav>"))
                        .text())
                .contains("a single missing index")
                .doesNotContain("Home of the site");
    }

    @Test
    void readsMarkdown() {
        var read = ReadPasted.of(new Pasted(null, "# Title\n\nA *fast* queue:\n\n- one\n- two\n", null), PAGE);

        assertThat(read.text()).isEqualTo("Title\nA fast queue:\none\ntwo");
        assertThat(read.html()).contains("<em>fast</em>", "<li>one</li>");
    }

    @Test
    void readsPlainTextParagraphByParagraph() {
        var read = ReadPasted.of(new Pasted(null, null, "One <b>line</b>\r\nand another.\n \n队列很快。"), PAGE);

        assertThat(read.text()).isEqualTo("One <b>line</b>\nand another.\n队列很快。");
        assertThat(read.html()).contains("<p>One &lt;b&gt;line&lt;/b&gt;</p>", "<p>队列很快。</p>");
    }

    @Test
    void keepsNothingHostile() {
        var hostile = "<p onclick='x()'>Harmless.<script>x()</script><a href='javascript:x()'>link</a></p>"
                + "<iframe src='https://example.org'></iframe><img src=x onerror='x()'><svg><script>x()</script></svg>";

        for (var pasted : new Pasted[] {new Pasted(hostile, null, null), new Pasted(null, hostile, null)}) {
            var read = ReadPasted.of(pasted, PAGE);

            assertThat(read.text()).startsWith("Harmless.").doesNotContain("x()");
            assertThat(read.html()).doesNotContain("x()", "script", "iframe", "svg", "onerror", "onclick");
        }
    }

    @Test
    void takesOneFormAndNotTooMuchOfIt() {
        assertThatExceptionOfType(BadValue.class).isThrownBy(() -> new Pasted(null, null, null));
        assertThatExceptionOfType(BadValue.class).isThrownBy(() -> new Pasted("a", null, "b"));
        assertThatExceptionOfType(BadValue.class)
                .isThrownBy(() -> new Pasted(null, null, "x".repeat(Pasted.LONGEST + 1)));
        assertThat(new Pasted(null, null, "x".repeat(Pasted.LONGEST)).text()).hasSize(Pasted.LONGEST);
    }

    @Test
    void readsWhatIsNestedWithoutEnd() {
        assertThat(ReadPasted.of(new Pasted(null, "> ".repeat(100_000) + "deep", null), PAGE))
                .isNotNull();
        assertThat(html("<div>".repeat(100_000) + "deep")).isNotNull();
        assertThat(ReadPasted.of(new Pasted(null, "*a **a ".repeat(50_000), null), PAGE))
                .isNotNull();
    }

    private static ReadableText html(String html) {
        return ReadPasted.of(new Pasted(html, null, null), PAGE);
    }
}
