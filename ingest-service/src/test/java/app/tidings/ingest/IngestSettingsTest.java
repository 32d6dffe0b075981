package app.tidings.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class IngestSettingsTest {

    @Test
    void haveDefaults() {
        var settings = bind("tidings.ingest.unrelated", "x");

        assertThat(settings.interval()).isEqualTo(Duration.ofMinutes(30));
        assertThat(settings.maxLinkAge()).isEqualTo(Duration.ofDays(30));
        assertThat(settings.poll().longestWait()).isEqualTo(Duration.ofHours(24));
        assertThat(settings.untaken().firstWait()).isEqualTo(Duration.ofMinutes(10));
    }

    @ParameterizedTest
    @CsvSource({
        "tidings.ingest.interval, 0s, interval is not positive",
        "tidings.ingest.poll.in-flight, 0, poll.in-flight is not positive",
        "tidings.ingest.poll.host-gap, -1s, poll.host-gap is negative",
        "tidings.ingest.poll.beat, 61s, poll.beat is more than a third of poll.lease",
        "tidings.ingest.poll.shortest-interval, 13h, poll.shortest-interval is more than poll.longest-interval",
        "tidings.ingest.untaken.first-wait, 0s, untaken.first-wait is not positive",
        "tidings.ingest.websub.lease, 0s, websub.lease is not positive",
        "tidings.ingest.websub.attempts, 0, websub.attempts is not positive",
        "tidings.ingest.public-url, ftp://a.example, public-url is not http:// or https:// and a host without a path",
        "tidings.ingest.public-url, https://a.example/b, public-url is not http:// or https:// and a host without a path",
    })
    void refuseWhatCannotWork(String key, String value, String reason) {
        assertThatThrownBy(() -> bind(key, value)).hasRootCauseMessage("tidings.ingest: " + reason);
    }

    @Test
    void takeAnEmptyPublicAddressForNone() {
        assertThat(bind("tidings.ingest.public-url", "").publicUrl()).isNull();
        assertThat(bind("tidings.ingest.public-url", "https://a.example").publicUrl())
                .hasHost("a.example");
    }

    @Test
    void letHubsPushOnlyToAHostThatTheyCanReach() {
        assertThat(bind("tidings.ingest.public-url", "http://localhost:8080").pushUrl())
                .isNull();
        assertThat(bind("tidings.ingest.public-url", "https://a.example").pushUrl())
                .hasToString("https://a.example");
    }

    private static IngestSettings bind(String key, String value) {
        return new Binder(new MapConfigurationPropertySource(Map.of(key, value)))
                .bindOrCreate("tidings.ingest", IngestSettings.class);
    }
}
