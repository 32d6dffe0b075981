package app.tidings.curation.page.metadata.author;

import static app.tidings.curation.page.TestPages.page;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.curation.page.metadata.Metadata;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The authors of pages that name none for machines. */
class ShownAuthorsTest {

    private static final String TEXT =
            "<p>%s</p>".formatted("The tide came early today, and nobody knows why. ".repeat(12));

    private static @Nullable String under(String byline) {
        return Metadata.of(page("<title>The early tide</title><h1>The early tide</h1>" + byline + TEXT))
                .author();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div><a href=/u/17><img src=a.png></a><a href=/u/17>Lin Zhou</a> <span>2026-11-20</span></div>",
                "<small><a href='/member/lin'>Lin Zhou</a> · 3 hours ago · 45 clicks</small>",
                "<div><a href='https://people.example/people/lin/'>Lin Zhou</a></div>",
                "<div><a href='//notes.example/@lin'>Lin Zhou</a></div>",
                "<td><a href='user?id=lin'>Lin Zhou</a> <span title=2026-11-20T08:30:00>3 months ago</span></td>",
                "<div><a href='space-uid-17.html'>Lin Zhou</a></div>",
                "<div><a class=c-nickName href=/lin>Lin Zhou</a></div>",
                "<div class=head__user-name>Lin Zhou</div>",
                "<p><a class='post-author' href=/lin>Lin Zhou</a></p>",
                "<div><i class=round-avatar></i><b class=head__name>Lin Zhou</b></div>",
                "<div><img alt=作者头像 src=x.png><div class=source__name><span>Lin Zhou</span></div></div>",
                "<div>作者：<b>Lin Zhou</b> 责编：<b>Ada</b></div>",
                "<div>2026-11-20 作者：<b>Lin Zhou</b></div>",
                "<dl><dt>Author<span>:</span></dt><dd>Lin Zhou &lt;lin at notes.example></dd></dl>",
                "<table><tr><th>作者</th><td>Lin Zhou</td></tr></table>",
                "<table><tr><th><b>作者</b></th><td>Lin Zhou</td></tr></table>",
                "<div>By <b>Lin Zhou</b><br>November 20, 2026</div>",
                "<div>By Lin Zhou</div>",
                "<dl><dt>作者</dt><dd><a href=/u/17>Lin Zhou</a> <i>of the harbour</i></dd></dl>",
                "<div class=username>Lin Zhou<div>of the harbour</div></div>",
                "<div><a href=/u/17>Lin\n Zhou</a></div>",
                "<div class=byline>By <b>Lin Zhou</b><br>November 20, 2026</div>",
                "<div>Written by Lin Zhou on May 3, 2024</div>",
                "<div>By Lin Zhou · 5 min read</div>",
                "<p><a href='https://social.example/@ada'>Ada Quay</a> is the guest of today.</p><div>Written by Lin Zhou on May 3, 2024</div>",
                "<div><a href=/u/9>Ada Quay</a></div><div>By <b>Lin Zhou</b></div>",
                "<ul><li><a href='https://notes.example/people/lin'>Lin Zhou</a></li><li>2026-11-20</li></ul>",
                "<p>Posted by <a href=/u/17>Lin Zhou</a> on November 20, 2026 at 8:30 | 7 comments</p>",
                "<div><a href=/u/17>Lin Zhou</a> 发布于 2026-11-20 阅读 1.2k · <a href=/7>Reply</a></div>"
            })
    void findsTheNameUnderTheHeadline(String byline) {
        assertThat(under(byline)).isEqualTo("Lin Zhou");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class=post-title>The early tide</div>",
                "<div class=title>The early</div><div><a href=/u/9>Ada Quay</a></div><div class=headline>The early tide</div>",
                "<h2>Tides</h2><div><a href=/u/9>Ada Quay</a></div><div class=subject>The early tide (1)</div>"
            })
    void findsTheNameUnderAHeadlineThatIsNoHeading(String headline) {
        var page = page("<title>The early tide</title>" + headline + "<div><a href=/u/17>Lin Zhou</a></div>" + TEXT);

        assertThat(Metadata.of(page).author()).isEqualTo("Lin Zhou");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div><a href=/u/login>Sign in</a> <a href=/users/sign_up>Register</a></div>",
                "<div><a href=/tag/tides>Tides</a> <a href=/category/sea>Sea</a> 2026-11-20</div>",
                "<div><a href=/news>News</a> <time datetime=2026-11-20>yesterday</time></div>",
                "<div>编辑：<a href=/u/4>周渡</a></div>",
                "<div>Edited by <a href=/users/4>Ada Quay</a></div>",
                "<div class=editor-name>Ada Quay</div>",
                "<div><i class=avatar></i><span class=column-name>Tides and ships</span></div>",
                "<div><i class=avatar></i><span class=name>Ada</span><span class=name>Lin</span></div>",
                "<div>By the numbers</div>",
                "<div>By 2030, all of it</div>",
                "<p>Thanks to <a href='/@alice'>@alice</a> and <a href='/@bob'>Bob Quay</a> for the tips.</p>",
                "<p><a href='https://social.example/@ada'>Ada Quay</a> is the guest of today.</p>",
                "<p>With <b><a href=/u/9>Ada Quay</a></b></p>",
                "<p><a href=/u/9>Ada Quay</a> won 3 prizes</p>",
                "<ul><li><a href='https://code.example/people/ada'>Ada</a></li></ul>",
                "<p class=dek>By Popular Demand</p>",
                "<p class=dek>By Land And Sea</p>",
                "<div>By popular Demand</div>",
                "<div>By Popular demand of all</div>",
                "<div><a class=nickname href=/u/9>关注</a></div>",
                "<div class=username>1204</div>"
            })
    void leavesWhatIsNoName(String byline) {
        assertThat(under(byline)).isNull();
    }

    @Test
    void findsAllWhoStandSideBySide() {
        assertThat(
                        under(
                                "<div><a href=/u/1>Ada Quay</a> and <a href=/u/2>Lin Zhou</a>, translated by <a href=/u/3>Bo</a></div>"))
                .isEqualTo("Ada Quay, Lin Zhou");
        assertThat(under("<div>By <b class=n>Ada Quay</b> and <b class=n>Lin Zhou</b> <i>Staff</i></div>"))
                .isEqualTo("Ada Quay, Lin Zhou");
    }

    @Test
    void takesTheNameAloneOfABoxAboutTheAuthor() {
        assertThat(
                        under(
                                "<div class=author><h4><a href=/lin>Lin Zhou</a></h4>Writes about tides, ships and the sea.</div>"))
                .isEqualTo("Lin Zhou");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div id=comments><div class=item><div class=author><a href=/u/9>Bo</a></div>So true.</div></div>",
                "<ul class=commentlist><li><a rel=author href=/author/bo>Bo</a></li></ul>",
                "<div class=related-posts><div><a href=/7>Another tide</a><span class=author>Bo</span></div></div>",
                "<section class='recommend-list'><a href=/author/bo>Bo</a></section>",
                "<div class=replies><span itemprop=author>Bo</span></div>",
                "<div class=comments><p>Posted on 2026-11-20 by <a href=/bo>Bo</a></p></div>"
            })
    void leavesThoseOfCommentsAndOtherPages(String around) {
        var page = page("<title>The early tide</title><h1>The early tide</h1>" + TEXT + around);

        assertThat(Metadata.of(page).author()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a href=/u/9>Bo</a>", "By <b>Bo</b>", "<i class=avatar></i><b class=name>Bo</b>"})
    void leavesThoseOfCommentsRightUnderTheHeadline(String byline) {
        assertThat(under("<div class=comments><p>%s</p></div>".formatted(byline)))
                .isNull();
    }

    @Test
    void readsTheFirstOfAThreadThatIsThePage() {
        var thread =
                "<div class=thread><h1>The early tide</h1><span class=author>Lin Zhou</span>%s</div>".formatted(TEXT);

        assertThat(Metadata.of(page("<title>The early tide</title>" + thread)).author())
                .isEqualTo("Lin Zhou");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            posted @ <b>2026-11-20 08:30</b>&nbsp;<a href=/lin>Lin Zhou</a>&nbsp;阅读(7) | Lin Zhou
            Posted on 2026-11-20 by <a href=/lin>Lin Zhou</a>                            | Lin Zhou
            &#32;<i class=icon></i> Posted by <a href=/lin>Lin Zhou</a>                  | Lin Zhou
            Posted in <a href=/sea>Sea</a> on 2026-11-20                                 |
            """)
    void findsWhoPostedIt(String line, @Nullable String author) {
        assertThat(Metadata.of(page(TEXT + "<div>" + line + " 7</div>")).author())
                .isEqualTo(author);
    }

    @Test
    void readsTheAnswerThatThePageIsAboutAndNotTheOthers() {
        var answer =
                "<div itemscope itemtype=http://schema.org/Answer><meta itemprop=url content='%s'><div itemprop=author itemscope>"
                        + "<meta itemprop=name content='%s'></div><meta itemprop=dateCreated content=%s></div>";
        var metadata = Metadata.of(page(
                "https://q.example/q/1/a/3",
                "<div itemscope itemtype=http://schema.org/Question>"
                        + answer.formatted("https://q.example/q/1/a/2", "Bo", "2026-11-18")
                        + answer.formatted("https://q.example/q/1/a/3", "Lin Zhou", "2026-11-20")
                        + "</div>"));

        assertThat(metadata.author()).isEqualTo("Lin Zhou");
        assertThat(metadata.published()).hasToString("2026-11-20");
    }

    @Test
    void readsWhoAskedAndNotWhoAnswered() {
        var person =
                "<div itemprop=author itemscope itemtype=http://schema.org/Person><a href=/users/1>%1$s</a><b itemprop=name>%1$s</b> 1,204</div>";
        var metadata = Metadata.of(page(
                "<div itemscope itemtype=http://schema.org/QAPage><div itemprop=mainEntity itemscope itemtype=http://schema.org/Question>"
                        + person.formatted("Lin Zhou")
                        + "<div itemprop=acceptedAnswer itemscope itemtype=http://schema.org/Answer>"
                        + person.formatted("Bo") + "</div></div></div>"));

        assertThat(metadata.author()).isEqualTo("Lin Zhou");
    }
}
