package app.tidings.curation.page.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.curation.page.TestPages;
import app.tidings.curation.page.metadata.Metadata;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that nobody ever published, built as well-known sites and programs build theirs. */
class LayoutsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"cnblogs", "segmentfault", "infoq", "sspai", "v2ex", "wechat", "wordpress", "newspaper", "manual"
            })
    void readsTheArticleAndNothingElse(String layout) throws IOException {
        var page = TestPages.page(resource(layout + ".html"));

        var read = ReadableText.of(page, Metadata.of(page));

        assertThat(read.text()).isEqualTo(resource(layout + ".txt").strip());
        assertThat(read.quality()).isEqualTo(ReadableText.Quality.ARTICLE);
    }

    private static String resource(String name) throws IOException {
        try (var file = Objects.requireNonNull(LayoutsTest.class.getResourceAsStream("/pages/" + name), name)) {
            return new String(file.readAllBytes(), UTF_8);
        }
    }
}
