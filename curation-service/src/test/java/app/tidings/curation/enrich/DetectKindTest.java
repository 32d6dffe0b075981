package app.tidings.curation.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.curation.item.Kind;
import java.net.URI;
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
        "https://www.youtube.com/watch?v=1, '', AUDIO",
        "https://www.bilibili.com/video/BV1, '', AUDIO",
        "https://www.xiaoyuzhoufm.com/episode/1, '', AUDIO",
        "https://notes.example/episode, video.other, AUDIO",
        "https://notes.example/tool, softwareapplication, PROJECT",
        "https://github.com.evil.example/ada/queue, '', ARTICLE"
    })
    void tellsTheKind(URI address, String type, Kind kind) {
        assertThat(DetectKind.of(address, type)).isEqualTo(kind);
    }
}
