package app.tidings.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings as they are read from files and the environment. */
class NotifySettingsTest {

    @Test
    void needsNothing() {
        assertThat(bound(Map.of()).smtp().connections()).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://news.example.org", "https://news.example.org/", "http://127.0.0.1:8084"})
    void takesAnAddressThatLinksCanBeginWith(String url) {
        assertThat(bound(Map.of("public-url", url)).publicUrl()).isEqualTo(URI.create(url));
    }

    @ParameterizedTest
    @CsvSource({
        "public-url, news.example.org",
        "public-url, ftp://news.example.org",
        "public-url, https:///subscribe",
        "public-url, https://example.org/news",
        "public-url, https://example.org?a=b",
        "public-url, mailto:news@example.org",
        "retry, ''",
        "retry, '1m,0s'",
        "lease, 0s",
        "look-again, -1s",
        "smtp.connections, 0",
        "smtp.port, 0",
        "smtp.port, 65536",
        "smtp.connect-timeout, 0s",
        "smtp.reply-timeout, 0s",
        "smtp.answer-timeout, 0s",
        "sign-ups.per-address, 0",
        "sign-ups.per-net, 0",
        "sign-ups.all, 0",
        "sign-ups.trusted-proxies, 10.0.0.1/8",
    })
    void namesTheKeyOfWhatMakesNoSense(String key, String value) {
        assertThatException()
                .isThrownBy(() -> bound(Map.of(key, value)))
                .withStackTraceContaining("IllegalArgumentException: tidings.notify." + key);
    }

    /** Compose passes every variable on, set or not. */
    @Test
    void takesAnEmptyNameForOneThatIsNotSet() {
        var smtp = bound(Map.of("smtp.username", "", "smtp.from", " ", "smtp.greeting", ""))
                .smtp();

        assertThat(smtp.username()).isNull();
        assertThat(smtp.from()).isNull();
        assertThat(smtp.greeting()).isNull();
    }

    private static NotifySettings bound(Map<String, String> settings) {
        var source = new MapConfigurationPropertySource();
        settings.forEach((key, value) -> source.put("tidings.notify." + key, value));
        return new Binder(source).bindOrCreate("tidings.notify", NotifySettings.class);
    }
}
