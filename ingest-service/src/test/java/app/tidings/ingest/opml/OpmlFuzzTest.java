package app.tidings.ingest.opml;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.platform.fetch.Body;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever is sent as a list of feeds; how to search stands at {@code FeedFuzzTest}. */
class OpmlFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void readsAnythingToItsEnd(byte[] bytes) {
        if (Opml.read(Body.of(bytes)) instanceof Opml.Read.Feeds feeds) {
            assertThat(feeds.outlines()).hasSizeLessThanOrEqualTo(Opml.MAX_FEEDS);
        }
    }
}
