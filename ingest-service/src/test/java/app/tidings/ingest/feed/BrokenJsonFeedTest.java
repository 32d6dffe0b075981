package app.tidings.ingest.feed;

import static app.tidings.ingest.feed.TestFeeds.feed;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs get wrong about JSON that put it together by hand. */
class BrokenJsonFeedTest {

    @ParameterizedTest
    @ValueSource(strings = {"One\ttwo", "One\ntwo", "One\r\n two", "One\u0001 two", "One\\ two"})
    void readsOnThroughSignsThatAreNotEscapedOrNeedNotBe(String written) {
        var feed = feed("""
                {"version": "https://jsonfeed.org/version/1", "items": [
                  {"id": "1", "title": "%s", "url": "https://a.example/1"}, {"id": "2", "url": "https://a.example/2"}]}
                """.formatted(written));

        assertThat(feed.entries())
                .extracting(FeedEntry::link)
                .containsExactly("https://a.example/1", "https://a.example/2");
        assertThat(feed.entries().getFirst().title().plainTitle(50)).isEqualTo("One two");
        assertThat(feed.flaw()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\": \"1\", \"url\": \"https://a.example/1\",}, {\"id\": \"2\"}",
                "{\"id\": \"1\", \"url\": \"https://a.example/1\"}, {\"id\": \"2\"},",
                "{\"id\": \"1\", \"tags\": [\"a\",], \"url\": \"https://a.example/1\"}, {\"id\": \"2\"}",
                "{\"id\": \"1\", \"authors\": [{\"name\": \"Ana\",},], \"url\": \"https://a.example/1\"}, {\"id\": \"2\"}"
            })
    void readsOnBehindACommaTooMuch(String items) {
        var feed = feed("{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [" + items + "],}");

        assertThat(feed.entries()).extracting(FeedEntry::id).containsExactly("1", "2");
        assertThat(feed.entries().getFirst().link()).isEqualTo("https://a.example/1");
        assertThat(feed.flaw()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\": \"2\", \"title\": \"a \"b\" c\"}",
                "{\"id\": \"2\" \"title\": \"b\"}",
                "{\"id\": \"2\"} {"
            })
    void saysWhereItBreaksOff(String item) {
        var feed =
                feed("{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [{\"id\": \"1\"},\n" + item + "]}");

        assertThat(feed.entries()).isNotEmpty();
        assertThat(feed.flaw()).startsWith("the feed is broken JSON at line 2");
    }
}
