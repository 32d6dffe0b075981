package app.tidings.curation.page.text;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.curation.page.TestPages;
import app.tidings.curation.page.metadata.Metadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                "<div>1234</div><div>56</div><div>阅读 7</div>",
                "<p>广告声明：本文的链接只为方便读者。</p>",
                "<p class=ad-tips>文内的链接会跳转到别处，所有文章都有这一句，一句话说不完，还要再说一句才够长。</p>",
                "<div class=article-author><h4><a href=/lin>林舟</a></h4>写潮水、船和港口，写了八年，也接受来信。</div>",
                "<p>Last update: November 21, 2026 Created: November 20, 2026</p>",
                "<p>Log in to post comments</p>",
                "<p>View original content to download multimedia: https://wire.example/7</p>",
                "<div class=related-article><p>Another page, of which this is how it begins, and so on and on.</p></div>",
                "<div class=recommended-posts><p>Another page, of which this is how it begins, and so on and on.</p></div>",
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
                "<p>文 | 林舟</p>",
                "<p>编辑 | 周渡</p>",
                "<p>Photographs by Ada Quay. Built by Lin.</p>",
                "<figure><img src=a.png><figcaption>Photo by the author.</figcaption></figure>",
                "<div class='alert note' role=alert><p>Mind the step.</p></div>",
                "<h2 class=headerLink><a href=#a></a>The next part</h2>",
                "<section><h2>References</h2><ol><li><a href=/1>A paper of 2001</a></li></ol></section>",
                "<h3>参考资料</h3><ul><li><a href=/1>一篇论文</a></li></ul>"
            })
    void leavesWhatIsPartOfIt(String behind) {
        assertThat(text(behind)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <table><tr><td><p>40</p></td><td><p><b>96</b></p></td></tr></table> | 40 96
            <p>01</p><p>One.</p><p>02</p><p>Two.</p>                            | 01 One. 02 Two.
            <ul><li><p>7</p></li></ul>                                          | 7
            <h3>1984</h3>                                                       | 1984
            <p>The answer is</p><p>42</p>                                       | The answer is 42
            <p>It began in</p><div>2024</div>                                   | It began in 2024
            <p>One.</p><div class=view-count>1204</div>                         | One.
            <p>One.</p><div class=readNum><p>1204</p></div>                     | One.
            <p>One.</p><div><b class=likes>1204</b></div>                       | One.
            <p>One.</p><div>1204</div><p>Share this:</p>                        | One.
            <p>One.</p><p>Share this:</p><div>1204</div><div>56</div>           | One.
            <p>One.</p><div class=discount>20</div>                             | One. 20
            """)
    void leavesFiguresThatAreNoCounts(String behind, String left) {
        assertThat(text(behind).replace('\n', ' ')).isEqualTo(left);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>Ada Quay · 2026年11月20日 08:30</div>",
                "<div><span>4 min read</span><span>Nov 20, 2026</span></div>",
                "<div>By Ada Quay, Lin Zhou</div>",
                "<div>3 hours ago</div>",
                "<p>Ada Quay | 20 November 2026 at 5:32 p.m. EST | 发布于 昨天</p>",
                "<div>1204</div>"
            })
    void takesOutWhatSaysOnlyWhoWroteItAndWhen(String line) {
        assertThat(under(line)).isEqualTo(WORDS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Ada Quay left on November 20, 2026</p>",
                "<p>2026年11月20日，潮水来了</p>",
                "<p>3 hours ago it rained</p>",
                "<p>01</p>",
                "<p>Ada</p>"
            })
    void leavesWhatSaysMoreThanThat(String line) {
        assertThat(under(line)).isNotEqualTo(WORDS);
    }

    private static String under(String line) {
        var page = TestPages.page(
                "<meta name=author content='Ada Quay, Lin Zhou'><article>%s<p>%s</p></article>".formatted(line, WORDS));
        return ReadableText.of(page, Metadata.of(page)).text();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <div class=x_code><img src=fold.gif><div><pre><b> 1</b> a = 1#<b> 2</b> b = 2</pre></div><span>View Code</span></div>         | a = 1# b = 2
            <div class=language-ts><button>x</button><span>ts</span><pre><code>a = 1</code></pre></div>                                  | a = 1
            <div class=highlight><span class=filename>a.py</span><pre>a = 1</pre></div>                                                  | a.py#a = 1
            <pre><a href=#1>1</a>. Introduction#<a href=#2>2</a>. Storage</pre>                                                          | 1. Introduction#2. Storage
            <pre><b>2</b> a#<b>3</b> b</pre>                                                                                             | 2 a#3 b
            <pre><b>1</b>#<b>2</b>#<b>3</b></pre>                                                                                        | 1#2#3
            <pre>x = <b>1</b>#y = <b>2</b></pre>                                                                                         | x = 1#y = 2
            <div class=code-hosting><p>Two ways.</p><span>One</span></div>                                                               | Two ways.#One
            """)
    void takesTheToolsOutOfCodeAndNothingElse(String code, String left) {
        assertThat(text(code.replaceAll("#(?!\\d)", "\n")).strip())
                .isEqualTo(left.replace('#', '\n').strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class='post-body language-en'>Install it with <a>pip</a> and open the <em>config</em> file.<pre>x</pre></div>",
                "<div class='content language-sh'><p>First</p><em>pip</em><pre>x</pre><em>config</em></div>",
                "<div class='highlights'><h3>Code</h3><pre>x</pre><em>pip</em><i>config</i></div>",
                "<div class='codes'><ul><li>A long item of a list.</li><li>Another one, which is longer than all the tools that stand around code would ever be in a box that is made for it.</li></ul>"
                        + "<em>pip</em><pre>x</pre><i>config</i></div>"
            })
    void leavesTheWordsOfABoxThatHoldsMoreThanCode(String box) {
        assertThat(text(box)).contains("pip", "config");
    }

    @Test
    void leavesThePicturesOfABoxThatHoldsMoreThanCode() {
        var page = TestPages.page(
                "<div class='content language-bash line-numbers'><p>%s</p><pre>x</pre><img src=diagram.png><p>%s</p></div>"
                        .formatted(WORDS, WORDS));

        assertThat(ReadableText.of(page, Metadata.of(page)).html()).contains("diagram.png");
    }

    @Test
    void leavesNumbersThatAreNotThoseOfLines() {
        assertThat(text("<pre>1\n2\n3</pre><table><tr><td>1</td><td>2</td></tr></table>"))
                .isEqualTo("1\n2\n3\n1\n2");
    }
}
