package app.tidings.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {

    private static final URI NEWSROOM = URI.create("http://127.0.0.1:8090/");

    @TempDir
    private Path directory;

    @Test
    void bindsEveryServiceToThisMachineAlone() {
        var installation = installation(new Ports(100));

        assertThat(Stream.of(Service.values()).map(installation::arguments))
                .allSatisfy(arguments -> assertThat(arguments)
                        .contains("--server.address=127.0.0.1", "--management.server.address=127.0.0.1"));
        assertThat(installation.arguments(Service.NOTIFY))
                .contains("--server.port=8184", "--management.server.port=9184", "--tidings.notify.smtp.port=2625");
    }

    @Test
    void namesSecretsByTheirFilesOnly() {
        var installation = installation(new Ports(0));
        var token = installation.secrets().readApiToken();

        assertThat(Stream.of(Service.values()).flatMap(each -> installation.arguments(each).stream()))
                .contains("--tidings.access.api-token-file=" + directory.resolve("secrets/api-token"))
                .noneMatch(argument -> argument.contains(token));
    }

    @Test
    void letsServicesFetchFromThisMachineOnlyWhenAsked() {
        assertThat(installation(new Ports(0)).arguments(Service.INGEST))
                .noneMatch(argument -> argument.contains("allowed-private"));
        assertThat(installation(new Ports(0)).beside(NEWSROOM).arguments(Service.INGEST))
                .contains("--tidings.fetch.allowed-private=127.0.0.0/8");
    }

    @Test
    void asksTheNewsroomForRepositories() {
        assertThat(installation(new Ports(0)).beside(NEWSROOM).arguments(Service.CURATION))
                .contains(
                        "--tidings.curation.github-site=http://127.0.0.1:8090/code",
                        "--tidings.curation.github-api=http://127.0.0.1:8090/api");
    }

    private Installation installation(Ports ports) {
        var home = Home.at(directory);
        return new Installation(home, ports, Secrets.in(home), null);
    }
}
