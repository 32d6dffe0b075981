package app.tidings.ingest.feed.charset;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.platform.fetch.Body;
import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.Charset;
import java.util.List;

/** Marks, declarations and headers that lie, and characters cut in the middle; how to search stands at {@code FeedFuzzTest}. */
class CharsetFuzzTest {

    private static final List<String> HEADERS = List.of("UTF-8", "GBK", "GB18030", "Big5", "UTF-16", "windows-1252");

    @FuzzTest(maxDuration = "10m")
    void readsAnyBytesAsText(FuzzedDataProvider data) {
        var header = data.consumeBoolean() ? Charset.forName(data.pickValue(HEADERS)) : null;
        var bytes = data.consumeRemainingAsBytes();

        var text = FeedCharset.text(Body.of(bytes), header);

        assertThat(text.length()).isLessThanOrEqualTo(2 * bytes.length + 2);
        assertThat(Mojibake.mended(text).length()).isLessThanOrEqualTo(text.length());
    }
}
