package app.tidings.ingest.feed;

import static app.tidings.ingest.feed.TestFeeds.atom;
import static app.tidings.ingest.feed.TestFeeds.feed;
import static app.tidings.ingest.feed.TestFeeds.rss;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where an entry leads: to what it says is an address, and nowhere else. */
class EntryAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<guid>4de55c72-5a1e-4c1b-9f1f-a1b2c3d4e5f6</guid>",
                "<guid isPermaLink='true'>12345</guid>",
                "<guid>tag:blog.example,2026:1</guid>",
                "<guid isPermaLink='false'>https://blog.example/1</guid>",
            })
    void anIdentityOfRssThatIsNoAddressLeadsNowhere(String guid) {
        assertThat(address(rss("<item><title>x</title>" + guid + "</item>"))).isNull();
        assertThat(address(rss("<item>" + guid + "<enclosure url='https://cdn.example/7.mp3'/></item>")))
                .isEqualTo("https://cdn.example/7.mp3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<id>urn:7</id>",
                "<id>tag:notes.example,2026:7</id>",
                "<id>7</id><link rel='replies' href='https://notes.example/7/comments'/>",
                "<id>urn:7</id><link rel='self' href='https://notes.example/7.atom'/>",
                "<id>urn:7</id><link rel='self alternate' href='https://notes.example/7.atom'/>",
            })
    void anIdentityOfAtomThatIsNoAddressLeadsNowhere(String identity) {
        assertThat(address(atom("<entry><title>x</title>" + identity + "</entry>")))
                .isNull();
        assertThat(address(atom(
                        "<entry>" + identity + "<link rel='enclosure' href='https://cdn.example/7.mp3'/></entry>")))
                .isEqualTo("https://cdn.example/7.mp3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Alternate", "ALTERNATE", "alternate nofollow", " nofollow  alternate ", ""})
    void knowsTheLinkToThePageByOneOfItsRelations(String relations) {
        var feed = feed(atom("<entry><id>urn:7</id><link rel='edit nofollow' href='https://notes.example/edit'/>"
                + "<link rel='%s' href='https://notes.example/7'/></entry>".formatted(relations)));

        assertThat(feed.entries().getFirst().link()).isEqualTo("https://notes.example/7");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            "id": "7"                                                           | -
            "id": "7", "external_url": "https://a.example/7"                    | https://a.example/7
            "external_url": "https://a.example/7", "id": "https://pod.example/7" | https://a.example/7
            "id": "https://pod.example/7"                                       | https://pod.example/7
            "external_url": "https://a.example/7", "url": "https://pod.example/7" | https://pod.example/7
            "id": "7", "attachments": [{"mime_type": "audio/mpeg", "url": "https://cdn.example/7.mp3"}] | https://cdn.example/7.mp3
            "url": "https://pod.example/7", "attachments": [{"url": "https://cdn.example/7.mp3"}] | https://pod.example/7
            """)
    void readsTheAddressThatAJsonFeedStates(String fields, @Nullable String address) {
        assertThat(address("{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [{%s}]}".formatted(fields)))
                .isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({
        "'https://a.example/1\n', https://a.example/1",
        "'https://a.example/\n\t1?x=\r\n2', https://a.example/1?x=2",
        "'/posts/\n1', https://blog.example/posts/1",
        "<a href='https://no.example/'>https://a.example/1</a>, https://a.example/1",
        "<b>https://a.example/</b>1, https://a.example/1",
    })
    void readsAnAddressThroughLineBreaksAndTags(String written, String address) {
        assertThat(address(rss("<item><link>" + written + "</link></item>"))).isEqualTo(address);
    }

    private static @Nullable String address(String document) {
        return feed(document).entries().getFirst().address();
    }
}
