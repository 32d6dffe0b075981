package app.tidings.platform.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FetchRequestTest {

    private final FetchRequest request = FetchRequest.get(URI.create("https://news.example/hook?token=secret"));

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\"a\r\nX: 1\"", "\"ä\"", "\"刊\"", "\u0000"})
    void leavesOutAnEntityTagThatCannotBeSent(String etag) {
        assertThat(request.ifNoneMatch(etag).ifModifiedSince(etag)).isEqualTo(request);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX: 1", "a\nb", "a\u0000b", "刊", "\u560a"})
    void takesNoHeaderValueThatCouldBecomeALine(String value) {
        assertThatThrownBy(() -> request.header("x-one", value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the value of x-one is not plain ASCII");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host",
                "Content-Length",
                "Transfer-Encoding",
                "Connection",
                "Upgrade",
                "Expect",
                "Accept-Encoding",
                "User-Agent",
                "x:y",
                "x y",
                "",
                "x\r\ny",
            })
    void leavesTheFramingToTheFetcher(String name) {
        assertThatThrownBy(() -> request.header(name, "1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesLimitsAndTypesThatCannotBeMeant() {
        assertThatThrownBy(() -> request.maxBytes(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> request.maxRedirects(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> request.accept("text")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> request.accept("text/html\r\nX: 1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void asksForTypesInOrderOfPreference() {
        assertThat(request.accept("text/xml", "application/json", "image/*").acceptedTypes())
                .containsExactly("text/xml", "application/json", "image/*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\r\nX: 1", "潮汐"})
    void callsItselfByNothingThatCouldBecomeALine(String name) {
        assertThatThrownBy(() -> request.userAgent(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void showsNoSecretInText() {
        assertThat(request.header("authorization", "Bearer secret")).hasToString("FetchRequest[GET news.example]");
    }
}
