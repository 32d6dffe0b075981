package app.tidings.ingest.feed.page;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.platform.address.HttpUrl;
import app.tidings.platform.fetch.Body;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever a page is that may name feeds; how to search stands at {@code FeedFuzzTest}. */
class FeedLinksFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void namesOnlyWebAddresses(byte[] page) {
        var base = ((HttpUrl.Parsed.Good) HttpUrl.parse("https://blog.example/a/")).url();
        assertThat(FeedLinks.of(Body.of(page), null, base))
                .allSatisfy(link ->
                        assertThat(HttpUrl.parse(link.url().toString())).isInstanceOf(HttpUrl.Parsed.Good.class));
    }
}
