package app.tidings.curation.repository;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.curation.repository.host.RepositoryAddress;
import app.tidings.curation.repository.host.RepositoryHost;
import app.tidings.platform.testing.TestFiles;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class RepositorySettingsTest {

    private static final RepositoryAddress QUEUE = new RepositoryAddress("ada", "queue", true);

    @Test
    void asksThePublicHostsWhereNothingIsSet() {
        assertThat(settings(Map.of()).hosts())
                .extracting(RepositoryHost::name)
                .containsExactly("github.com", "gitlab.com", "gitee.com", "codeberg.org");
    }

    @Test
    void takesHostsAndTokensFromTheEnvironment() {
        var hosts = settings(Map.of(
                        "TIDINGS_CURATION_GITLAB_0_TOKENFILE",
                        TestFiles.with("secret\n").toString(),
                        "TIDINGS_CURATION_GITLAB_1_SITE",
                        "https://gitlab.example.org",
                        "TIDINGS_CURATION_GITEE_0_TOKENFILE",
                        TestFiles.with("").toString()))
                .hosts();

        assertThat(hosts)
                .extracting(RepositoryHost::name)
                .containsExactly("github.com", "gitlab.com", "gitlab.example.org", "gitee.com", "codeberg.org");
        assertThat(hosts)
                .extracting(host -> host.request(QUEUE).headers().get("private-token"))
                .containsExactly(null, "secret", null, null, null);
        assertThat(hosts.get(3).request(QUEUE).url().getQuery()).isNull(); // an empty file is no token
    }

    private static RepositorySettings settings(Map<String, Object> environment) {
        var name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        var standard = new StandardEnvironment();
        standard.getPropertySources().replace(name, new SystemEnvironmentPropertySource(name, environment));
        return Binder.get(standard).bindOrCreate("tidings.curation", RepositorySettings.class);
    }
}
