package app.tidings.ingest.health;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.ingest.connector.ConnectorSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class AdviceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'kind': 'feed', 'feedUrl': 'https://a.example/feed'}         | http-404    | look for the feed's new address on its site
            {'kind': 'feed', 'feedUrl': 'https://a.example/feed.png'}     | unreadable  | correct the address: what stands there is no feed
            {'kind': 'github-releases', 'repository': 'ann/gone'}        | http-404    | correct the settings: what they name is not there, or is not open to all
            {'kind': 'github-releases', 'repository': 'ann/gone'}        | http-503    | nothing, if it passes; else tell its owner
            {'kind': 'npm', 'package': 'left'}                           | unreadable  | check the settings; if they are right, the service has changed its answers: tell us
            {'kind': 'html-page', 'pageUrl': 'https://a.example/', 'item': 'p'} | wrong-type | correct the address: something of another kind stands there
            """)
    void fitsWhatIsAskedThere(String connector, String reason, String advice) {
        var settings = JsonMapper.shared().readValue(connector.replace('\'', '"'), ConnectorSettings.class);

        assertThat(Advice.onFailure(reason, settings)).isEqualTo(advice);
    }
}
