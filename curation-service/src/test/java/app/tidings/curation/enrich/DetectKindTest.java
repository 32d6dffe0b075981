package app.tidings.curation.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.curation.item.Kind;
import app.tidings.curation.page.trait.Traits;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectKindTest {

    @ParameterizedTest
    @CsvSource({
        "https://notes.example/queue, '', ARTICLE",
        "https://notes.example/queue, article, ARTICLE",
        "https://github.com/ada/queue, '', PROJECT",
        "https://github.com/ada/queue/, object, PROJECT",
        "https://github.com/ada/queue/releases/tag/v1, '', PROJECT",
        "https://github.com/ada/queue/issues/7, '', DISCUSSION",
        "https://github.com/ada/queue/discussions/7, '', DISCUSSION",
        "https://github.com/ada/queue/blob/main/README.md, '', ARTICLE",
        "https://github.com/topics/queue, '', ARTICLE",
        "https://github.com/ada, '', ARTICLE",
        "https://gitlab.com/ada/queue, '', PROJECT",
        "https://gitlab.com/tools/queues/queue, '', PROJECT",
        "https://gitlab.com/tools/queues/queue/-/tree/main/src, '', PROJECT",
        "https://gitlab.com/tools/queues/queue/-/issues/7, '', DISCUSSION",
        "https://gitee.com/ada/queue, '', PROJECT",
        "https://codeberg.org/ada/queue, '', PROJECT",
        "https://codeberg.org/ada/queue/pulls/7, '', DISCUSSION",
        "https://git.sr.ht/~ada/queue, '', PROJECT",
        "https://raw.githubusercontent.com/ada/queue/main/README.md, '', ARTICLE",
        "https://news.ycombinator.com/item?id=1, '', DISCUSSION",
        "https://www.reddit.com/r/Python/comments/abc/queue/, '', DISCUSSION",
        "https://www.v2ex.com/t/1, '', DISCUSSION",
        "https://discuss.example.org/t/queue/1, '', DISCUSSION",
        "https://stackoverflow.com/questions/1/queue, '', DISCUSSION",
        "https://notes.example/queue, discussionforumposting, DISCUSSION",
        "https://notes.example/queue, qapage, DISCUSSION",
        "https://groups.google.com/g/queue/c/abc, '', DISCUSSION",
        "https://www.youtube.com/watch?v=1, '', VIDEO",
        "https://www.bilibili.com/video/BV1, '', VIDEO",
        "https://www.bilibili.com/read/cv1, '', ARTICLE",
        "https://www.ted.com/talks/queue, '', VIDEO",
        "https://notes.example/talk, video.other, VIDEO",
        "https://notes.example/talk, videoobject article, ARTICLE",
        "https://notes.example/talk.mp4, '', VIDEO",
        "https://www.xiaoyuzhoufm.com/episode/1, '', PODCAST",
        "https://podcasts.apple.com/us/podcast/queue/id1, '', PODCAST",
        "https://radio.example/episodes/7, '', PODCAST",
        "https://radio.example/7.mp3, '', PODCAST",
        "https://radio.example/7, podcastepisode article, PODCAST",
        "https://soundcloud.com/ada/queue, '', AUDIO",
        "https://radio.example/7, music.song, AUDIO",
        "https://notes.example/tool, softwareapplication, PROJECT",
        "https://pypi.org/project/queue/, '', PROJECT",
        "https://peps.python.org/pep-0703/, '', SPECIFICATION",
        "https://www.python.org/dev/peps/pep-0008/, '', SPECIFICATION",
        "https://www.rfc-editor.org/rfc/rfc9110.html, '', SPECIFICATION",
        "https://datatracker.ietf.org/doc/html/rfc9110, '', SPECIFICATION",
        "https://datatracker.ietf.org/doc/draft-ietf-queue/, '', SPECIFICATION",
        "https://openjdk.org/jeps/444, '', SPECIFICATION",
        "https://www.w3.org/TR/activitypub/, '', SPECIFICATION",
        "https://rust-lang.github.io/rfcs/2094-nll.html, '', SPECIFICATION",
        "https://github.com/rust-lang/rfcs/blob/master/text/2094-nll.md, '', SPECIFICATION",
        "https://notes.example/pep-703-explained, '', ARTICLE",
        "https://arxiv.org/abs/1706.03762, '', PAPER",
        "https://arxiv.org/pdf/1706.03762v7, '', PAPER",
        "https://doi.org/10.1145/3132747.3132785, '', PAPER",
        "https://dl.acm.org/doi/10.1145/3132747.3132785, '', PAPER",
        "https://openreview.net/forum?id=1, '', PAPER",
        "https://openreview.net/group?id=1, '', ARTICLE",
        "https://aclanthology.org/2023.acl-long.1/, '', PAPER",
        "https://aclanthology.org/2023.acl-long.1.pdf, '', PAPER",
        "https://aclanthology.org/faq/, '', ARTICLE",
        "https://proceedings.mlr.press/v139/radford21a.html, '', PAPER",
        "https://papers.nips.cc/paper/7181-attention, '', PAPER",
        "https://notes.example/queue.pdf, '', PDF",
        "https://notes.example/queue, scholarlyarticle article, PAPER",
        "https://github.com.evil.example/ada/queue, '', ARTICLE"
    })
    void tellsTheKind(URI address, String types, Kind kind) {
        assertThat(DetectKind.of(address, new Traits(List.of(types.split(" ")), false, null, null)))
                .isEqualTo(kind);
    }

    @Test
    void takesForAPaperWhatSaysWhereItAppeared() {
        assertThat(DetectKind.of(URI.create("https://press.example/7"), new Traits(List.of(), true, null, null)))
                .isEqualTo(Kind.PAPER);
    }
}
