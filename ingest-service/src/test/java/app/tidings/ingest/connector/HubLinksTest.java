package app.tidings.ingest.connector;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.ingest.feed.Parsed.PushLinks;
import app.tidings.platform.fetch.Body;
import app.tidings.platform.fetch.Fetched.Answer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HubLinksTest {

    private static final PushLinks IN_FEED =
            new PushLinks(List.of("https://feed.example/hub"), "https://feed.example/");

    /** Of RFC 8288 §3: quotes, several relations and links, commas and semicolons in quotes, other contexts. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            <https://h.example/>; rel=hub                                                  | https://h.example/
            <https://h.example/>; rel="self hub"; title="a"                                | https://h.example/
            <https://h.example/>;REL = "HUB"                                               | https://h.example/
            <https://a.example/>; rel="next", <https://h.example/>; rel="hub"              | https://h.example/
            <https://a.example/>; title="x, <https://b.example/>; rel=hub", <https://h.example/>; rel=hub | https://h.example/
            <https://a.example/>; title="; rel=hub"                                        | -
            <https://a.example/>; rel=next; rel=hub                                        | -
            <https://a.example/>; anchor="#x"; rel=hub                                     | -
            <https://a.example/>; rel="github"                                             | -
            https://a.example/; rel=hub                                                    | -
            """)
    void readsTheHubOfAHeader(String header, @Nullable String hub) {
        assertThat(HubLinks.inHeader(header).hubs()).isEqualTo(hub == null ? List.of() : List.of(hub));
    }

    @Test
    void takesTheHeaderFirstAndTheContentWhereItIsSilent() {
        assertThat(of("<https://h.example/>; rel=hub, <https://a.example/x>; rel=self", IN_FEED))
                .isEqualTo(new HubLinks(List.of(URI.create("https://h.example/")), "https://a.example/x"));
        assertThat(of(null, IN_FEED))
                .isEqualTo(new HubLinks(List.of(URI.create("https://feed.example/hub")), "https://feed.example/"));
    }

    @Test
    void readsReferencesAtTheAddressThatAnsweredAndKeepsATopicAsItIsWritten() {
        assertThat(of("</hub>; rel=hub, <feed>; rel=self", PushLinks.NONE))
                .isEqualTo(new HubLinks(
                        List.of(URI.create("https://blog.example/hub")), "https://blog.example/posts/feed"));
        assertThat(of("</hub>; rel=hub, <https://blog.example>; rel=self", PushLinks.NONE))
                .extracting(HubLinks::topic)
                .isEqualTo("https://blog.example");
    }

    @Test
    void isNothingWithoutBoth() {
        assertThat(of("<https://h.example/>; rel=hub", PushLinks.NONE)).isNull();
        assertThat(of("<https://a.example/>; rel=self", PushLinks.NONE)).isNull();
        assertThat(of("<ftp://h.example/>; rel=hub, <https://a.example/>; rel=self", PushLinks.NONE))
                .isNull();
    }

    private static @Nullable HubLinks of(@Nullable String header, PushLinks content) {
        var headers = header == null ? Map.<String, String>of() : Map.of("link", header);
        var address = URI.create("https://blog.example/posts/all.xml");
        return HubLinks.of(new Answer(200, address, List.of(), null, headers, Body.EMPTY, null, null), content);
    }
}
