package app.tidings.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings as they are read from files and the environment. */
class RenderSettingsTest {

    @Test
    void needsNothingAndTakesTheShortestWait() {
        assertThat(bound(Map.of()).printers()).isEqualTo(2);
        assertThat(bound(Map.of("print-again-after", "1ms")).printAgainAfter()).isEqualTo(Duration.ofMillis(1));
    }

    @ParameterizedTest
    @CsvSource({
        "printers, 0",
        "tell-again-after, 0s",
        "tell-again-after, -1s",
        "tell-again-after, 400us",
        "print-again-after, 0s",
        "subscribe-url, https://example.org/subscribe?a=b",
    })
    void namesTheKeyOfWhatMakesNoSense(String key, String value) {
        assertThatException()
                .isThrownBy(() -> bound(Map.of(key, value)))
                .withStackTraceContaining("IllegalArgumentException: tidings.render." + key);
    }

    private static RenderSettings bound(Map<String, String> settings) {
        var source = new MapConfigurationPropertySource();
        settings.forEach((key, value) -> source.put("tidings.render." + key, value));
        return new Binder(source).bindOrCreate("tidings.render", RenderSettings.class);
    }
}
