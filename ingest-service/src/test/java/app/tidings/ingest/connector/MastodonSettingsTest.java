package app.tidings.ingest.connector;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.ingest.connector.MastodonConnector.MastodonSettings;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MastodonSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "https://bücher.example, https://größe.example, false",
        "https://m.example, https://m.example:8443, false",
        "https://m.example, https://other.example, false",
        "https://m.example, https://M.example:443/, true",
        "https://bücher.example, https://xn--bcher-kva.example, true"
    })
    void areOfOneServerOnlyWhereTheFetcherWouldAskTheSame(String one, String other, boolean same) {
        assertThat(at(one).key().equals(at(other).key())).isEqualTo(same);
        assertThat(at(one).host()).isNotEmpty();
    }

    private static MastodonSettings at(String instance) {
        return new MastodonSettings(URI.create(instance), "tides", null);
    }
}
