package app.tidings.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.platform.fetch.Body;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whatever the bytes are, reading them ends with a value. A normal build reads only the seeds in the resources; to look for
 * more, for as long as the last word says:
 *
 * <pre>{@code
 * JAZZER_FUZZ=1 mvn verify -pl ingest-service -am -Dtest=FeedFuzzTest -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Djazzer.hooks=true -Djazzer.max_duration=10m
 * }</pre>
 *
 * The hooks, which also notice files and hosts that are touched, cost half a minute and are off otherwise.
 */
class FeedFuzzTest {

    private static final List<Charset> HEADERS =
            List.of(Charset.forName("GB18030"), Charset.forName("ISO-8859-1"), Charset.forName("UTF-8"));

    @FuzzTest(maxDuration = "10m")
    void readsAnythingToItsEnd(byte[] bytes) {
        var parsed = FeedParser.parse(Body.of(bytes), header(bytes), TestFeeds.BASE);

        if (parsed instanceof Parsed.Feed feed) {
            assertThat(feed.entries()).hasSizeLessThanOrEqualTo(FeedParser.MAX_ENTRIES);
            feed.entries().forEach(FeedFuzzTest::isShort);
        }
    }

    private static void isShort(FeedEntry entry) {
        assertThat(entry.title().plainTitle(500).length()).isLessThanOrEqualTo(500);
        assertThat(entry.summary().plain(500).length()).isLessThanOrEqualTo(500);
    }

    private static @Nullable Charset header(byte[] bytes) {
        var choice = Math.floorMod(Arrays.hashCode(bytes), HEADERS.size() + 1);
        return choice == HEADERS.size() ? null : HEADERS.get(choice);
    }
}
