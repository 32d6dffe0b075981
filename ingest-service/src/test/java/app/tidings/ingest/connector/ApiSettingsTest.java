package app.tidings.ingest.connector;

import static app.tidings.ingest.connector.TestApis.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tidings.platform.testing.TestFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiSettingsTest {

    @Test
    void nameNoRegistryAndNoInstanceUnlessSomebodyDoes() {
        var unset = settings("unrelated=x");

        assertThat(unset.rsshub()).isNull();
        assertThat(unset.npm().registry()).isNull();
        assertThat(unset.maven().repository()).isNull();
        assertThat(unset.reddit().clientId()).isNull();
    }

    @Test
    void takeWhatIsEmptyForNotSet() {
        var empty = settings(
                "rsshub=",
                "rsshub-key-file=",
                "npm.registry=",
                "npm.page=",
                "maven.repository=",
                "maven.page=",
                "reddit.client-id=",
                "reddit.secret-file=",
                "github.token-file=");

        assertThat(new RsshubConnector(empty).lacking()).contains("tidings.ingest.rsshub");
        assertThat(new NpmConnector(empty).lacking()).contains("tidings.ingest.npm.registry");
        assertThat(new MavenConnector(empty).lacking()).contains("tidings.ingest.maven.repository");
        assertThat(new RedditApi(empty).lacking()).contains("tidings.ingest.reddit.client-id");
        assertThat(new GithubApi(empty)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"npm", "maven"})
    void refuseAPageThatIsTheSameForAllReleases(String registry) {
        assertThatThrownBy(() -> settings(registry + ".page=https://x.example/"))
                .hasRootCauseMessage("tidings.ingest: %s.page does not hold {version}".formatted(registry));
    }

    @Test
    void refuseAFileWithoutASecret() {
        var file = TestFiles.with("two words");

        assertThatThrownBy(() -> new GithubApi(settings("github.token-file=" + file)))
                .hasMessage("tidings.ingest.github.token-file holds no secret: " + file);
    }
}
