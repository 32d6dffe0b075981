package app.tidings.curation.page.text;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.curation.page.TestPages;
import app.tidings.curation.page.metadata.Metadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrimTest {

    private static final String WORDS =
            "Some words that are long enough, with a comma, to be taken for an article of a page.";

    private static String text(String behind) {
        var page = TestPages.page("<article><p>%s</p><p>%s</p>%s</article>".formatted(WORDS, WORDS, behind));
        return ReadableText.of(page, Metadata.of(page))
                .text()
                .substring(2 * WORDS.length() + 1)
                .strip();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>责任编辑：林舟</p>",
                "<p>（责任编辑：林舟）</p>",
                "<p>原标题：另一个标题</p>",
                "<p>转载请注明出处：港口笔记</p>",
                "<p>本文首发于港口笔记，未经授权不得转载。</p>",
                "<p>长按识别二维码，关注我们</p>",
                "<div>阅读 1234</div>",
                "<ul><li><a href=/x>分享到：微信</a></li></ul>",
                "<p>Advertisement</p>",
                "<p>Share this:</p>",
                "<p><a href=/x>Read more: something else</a></p>",
                "<p>Tags: sea, tide</p>",
                "<p>Subscribe to our newsletter and never miss a story.</p>",
                "<p>© 2026 Harbour Notes. All rights reserved.</p>",
                "<div><h3>Related articles</h3><div><p>Another page, of which this is how it begins, and so on and on.</p></div></div>",
                "<h3>相关阅读</h3><ul><li><a href=/1>另一篇文章</a></li><li><a href=/2>还有一篇文章</a></li></ul>",
                "<div><a href=/1>One</a> <a href=/2>Two</a> <a href=/3>Three</a></div>"
            })
    void takesOutWhatIsNoneOfTheArticle(String behind) {
        assertThat(text(behind)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>本文介绍三种办法，第一种最简单。</p>",
                "<p>如果你喜欢简单的做法，就选第一种。</p>",
                "<p>Follow the steps below.</p>",
                "<p>Click the button to go on.</p>",
                "<p>Download the program and start it.</p>",
                "<p>By default nothing is printed.</p>",
                "<h3>Share</h3>",
                "<h3>Print</h3>",
                "<ul><li>print</li><li>save</li></ul>",
                "<dl><dt>close</dt><dd>Ends it.</dd></dl>",
                "<pre>print\nsave</pre>",
                "<section><h2>References</h2><ol><li><a href=/1>A paper of 2001</a></li></ol></section>",
                "<h3>参考资料</h3><ul><li><a href=/1>一篇论文</a></li></ul>"
            })
    void leavesWhatIsPartOfIt(String behind) {
        assertThat(text(behind)).isNotEmpty();
    }

    @Test
    void leavesNumbersThatAreNotThoseOfLines() {
        assertThat(text("<pre>1\n2\n3</pre><table><tr><td>1</td><td>2</td></tr></table>"))
                .isEqualTo("1\n2\n3\n1\n2");
    }
}
