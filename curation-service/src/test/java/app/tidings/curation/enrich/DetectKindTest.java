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
        "https://gitee.com/ada/queue, '', PROJECT",
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

    @ParameterizedTest
    @CsvSource({
        "https://github.com/ada/queue, ada/queue",
        "https://github.com/ada/queue.git, ada/queue",
        "https://www.github.com/ada/queue.js/tree/main/src, ada/queue.js",
        "https://github.com/ada/.., -",
        "https://github.com/ada/%2e%2e, -",
        "https://github.com/ada/a%2Fb, -",
        "https://github.com/ada/queue/issues, -",
        "https://github.com/search/advanced, -",
        "https://notes.example/ada/queue, -"
    })
    void readsOwnerAndName(URI address, String repository) {
        assertThat(RepositoryAddress.of(address)
                        .map(each -> each.owner() + "/" + each.name())
                        .orElse("-"))
                .isEqualTo(repository);
    }
}
