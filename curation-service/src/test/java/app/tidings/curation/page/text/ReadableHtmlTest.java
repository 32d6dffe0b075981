package app.tidings.curation.page.text;

import static app.tidings.curation.page.TestPages.page;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.curation.page.metadata.Metadata;
import app.tidings.curation.page.text.ReadableText.Quality;
import org.junit.jupiter.api.Test;

class ReadableHtmlTest {

    private static final String WORDS =
            "Some words that are long enough, with a comma, to be taken for an article of a page.";

    private static ReadableText read(String body) {
        var page = page("<title>The title</title>" + body);
        return ReadableText.of(page, Metadata.of(page));
    }

    private static String html(String inner) {
        return read("<article><p>%s</p>%s<p>%s</p></article>".formatted(WORDS, inner, WORDS))
                .html();
    }

    @Test
    void keepsHeadingsListsQuotesAndTables() {
        assertThat(html("""
                <h1>The title</h1><h2 class=x>Part</h2><ul><li>One</li></ul><blockquote><p>Said</p></blockquote>
                <table><tr><th>A</th><td colspan=2>B</td></tr></table>"""))
                .doesNotContain("The title")
                .contains(
                        "<h2>Part</h2>",
                        "<li>One</li>",
                        "<blockquote><p>Said</p>",
                        "<th>A</th>",
                        "<td colspan=\"2\">B</td>");
    }

    @Test
    void keepsCodeVerbatim() {
        assertThat(
                        html(
                                "<pre><code>def f(x):\n    <span class=comment># &lt;why&gt;</span>\n\n    return x</code></pre>"))
                .contains("<pre><code>def f(x):\n    # &lt;why&gt;\n\n    return x</code></pre>");
    }

    @Test
    void makesAddressesAbsoluteAndTakesImagesFromWhereLazyPagesKeepThem() {
        assertThat(html("<p>See <a href='/there'>there</a></p><img src='data:,x' data-src='/a.png' alt='A'>"))
                .contains("<a href=\"https://notes.example/there\" rel=\"noopener nofollow\">there</a>")
                .contains("<img src=\"https://notes.example/a.png\" alt=\"A\" />");
    }

    @Test
    void takesTheTextThatThePageStatesForMachinesWhereItShowsNone() {
        var read = read("""
                <div id=app></div><script type="application/ld+json">{"@type": "Article", "articleBody": "%s\\n%s"}</script>""".formatted(WORDS, WORDS));

        assertThat(read.quality()).isEqualTo(Quality.STATED);
        assertThat(read.text()).isEqualTo(WORDS + "\n" + WORDS);
        assertThat(read.html()).contains("<p>" + WORDS + "</p>");
    }

    @Test
    void believesThePageWhereItShowsSomethingElseThanItStates() {
        var stated = "The article that only machines are shown, sentence after sentence. ".repeat(10);
        var read = read("""
                <div><p>%s</p></div><script type="application/ld+json">{"@type": "Article", "articleBody": "%s"}</script>""".formatted(
                        "Buy a subscription, it is worth it, and the rest of this page is yours to read.", stated));

        assertThat(read.quality()).isEqualTo(Quality.STATED);
        assertThat(read.text()).isEqualTo(stated.strip());
    }

    @Test
    void takesTheArticleOfATemplateThatAScriptWouldShow() {
        var read = read("<div id=app></div><script type='text/template'><div><p>%s</p><p>%s</p></div></script>"
                .formatted(WORDS, WORDS));

        assertThat(read.quality()).isEqualTo(Quality.ARTICLE);
        assertThat(read.text()).isEqualTo(WORDS + "\n" + WORDS);
    }

    @Test
    void takesAllOfAPageThatHasNoSentences() {
        var read = read("<ul>%s</ul>".formatted("<li>One thing after another</li>".repeat(10)));

        assertThat(read.quality()).isEqualTo(Quality.WHOLE_PAGE);
        assertThat(read.text()).startsWith("One thing after another\nOne");
    }

    @Test
    void saysWhereThereIsNothingButMetadata() {
        assertThat(read("<nav><a href=/>Home</a></nav><p>Loading</p>").quality())
                .isEqualTo(Quality.METADATA_ONLY);
    }
}
