package app.tidings.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tidings.contracts.BadValue;
import app.tidings.ingest.connector.FeedSettings;
import app.tidings.ingest.connector.RequestSettings;
import app.tidings.platform.mongo.Documents;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceSettingsTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            -       | https://a.example/  | -     | name is missing or longer than 200 characters
            N       | ftp://a.example/    | -     | feedUrl is not an address that can be fetched: not an http or https address
            N       | file:///etc/passwd  | -     | feedUrl is not an address that can be fetched: not an http or https address
            N       | https://u@a.example | -     | feedUrl is not an address that can be fetched: contains a user name
            N       | https://a.example/  | 0     | intervalMinutes is not from 1 to 10080
            N       | https://a.example/  | 10081 | intervalMinutes is not from 1 to 10080
            N       | https://a.example/  | 10080 | -
            """)
    void areRefusedWithAReasonThatSaysWhatToChange(
            @Nullable String name, String feedUrl, @Nullable Integer minutes, @Nullable String reason) {
        assertThat(SourceSettings.of(name, FeedSettings.of(feedUrl))
                        .withInterval(minutes)
                        .fault())
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            -, feedUrl is missing
            ' ', feedUrl is missing
            'https://a b.example/', feedUrl is not an address that can be fetched: the host is missing or not valid
            """)
    void areNotMadeOfWhatIsNoAddressAtAll(@Nullable String feedUrl, String reason) {
        assertThatThrownBy(() -> FeedSettings.of(feedUrl))
                .isInstanceOf(BadValue.class)
                .hasMessage(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1   | python,c-3,中文,2026 | zh-Hans | true
            100 | python             | en      | true
            0   | python             | en      | false
            101 | python             | en      | false
            50  | Python             | en      | false
            50  | a b                | en      | false
            50  | python             | e       | false
            50  | python             | zh_CN   | false
            """)
    void areRefusedBeyondTheirBounds(int weight, String tags, String language, boolean good) {
        var fault = settings(List.of(tags.split(",")), language, weight, RequestSettings.NONE)
                .fault();

        assertThat(fault == null).isEqualTo(good);
    }

    private static SourceSettings settings(
            List<String> tags, @Nullable String language, int weight, RequestSettings request) {
        return new SourceSettings(
                "N",
                FeedSettings.of("https://a.example/"),
                null,
                tags,
                List.of(),
                null,
                language,
                weight,
                null,
                null,
                request,
                new Standing.Active(),
                null,
                null);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            x-token    | t    | -    | -
            x-token    | t    | a=1  | -
            x token    | t    | -    | a name in request.headers is not of lower-case letters, digits and hyphens
            host       | a    | -    | request.headers names one that is not for people to set, such as host, accept or user-agent
            user-agent | a    | -    | request.headers names one that is not for people to set, such as host, accept or user-agent
            cookie     | a    | -    | the cookie goes into request.cookie, not into request.headers
            x-name     | 潮汐 | -    | the value of request.headers.x-name is empty, longer than 4000 characters or not plain ASCII
            x-name     | a    | 潮汐 | request.cookie is longer than 4000 characters or not plain ASCII
            x-name     | a    | set  | "set" stands for a secret that is kept, but there is none to keep; with another host, give it anew
            x-token    | set  | -    | "set" stands for a secret that is kept, but there is none to keep; with another host, give it anew
            """)
    void askOnlyAsTheFetcherCan(String name, String value, @Nullable String cookie, @Nullable String fault) {
        var request = new RequestSettings(Map.of(name, value), cookie, null, null);

        assertThat(settings(List.of(), null, 50, request).fault()).isEqualTo(fault);
    }

    @Test
    void tellNoSecret() {
        var request = new RequestSettings(Map.of("x-api-key", "s3cret"), "s3cret", "agent", null);

        assertThat(request.toString()).doesNotContain("s3cret");
        assertThat(request.shown().headers().values()).doesNotContain("s3cret");
        assertThat(request.shown().cookie()).isEqualTo("set");
        assertThat(request.shown().withSecretsOf(request)).isEqualTo(request);
        assertThat(request.shown().withSecretsOf(RequestSettings.NONE)).isEqualTo(request.shown());
    }

    @Test
    void haveDefaultsForWhatIsMissing() {
        var stored =
                Map.of("name", "N", "weight", 50, "connector", Map.of("kind", "feed", "feedUrl", "https://a.example/"));

        assertThat(Documents.toRecord(stored, SourceSettings.class))
                .isEqualTo(SourceSettings.of("N", FeedSettings.of("https://a.example/")));
    }

    @Test
    void holdEachTagOnceAndNotTooMany() {
        var tags = IntStream.range(0, 51).mapToObj(String::valueOf).toList();

        assertThat(settings(Collections.nCopies(51, "a"), " ", 50, RequestSettings.NONE))
                .isEqualTo(settings(List.of("a"), null, 50, RequestSettings.NONE));
        assertThat(settings(tags, null, 50, RequestSettings.NONE).fault()).startsWith("tags are more than 50");
    }
}
