package app.tidings.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.local.EndedJvm;
import app.tidings.local.run.Ports;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./tidings demo} where it cannot start. */
class DemoIT {

    @TempDir
    private Path directory;

    private final Ports ports = Ports.free();

    @Test
    void saysInOneLineThatAnotherProgramHasThePortOfTheNewsroom() throws Exception {
        try (var _ = new ServerSocket(ports.newsroom(), 1, InetAddress.ofLiteral("127.0.0.1"))) {
            var ended = demo();

            assertThat(ended.status()).isEqualTo(1);
            assertThat(ended.err())
                    .isEqualTo("tidings: the demo failed: Another program has port %d. If that is Tidings, give"
                                    .formatted(ports.newsroom())
                            + " ./tidings down; else end it, or set TIDINGS_PORT_OFFSET to move all ports.\n");
        }
    }

    @Test
    void saysInOneLineWhichSettingIsWrongAndEndsThoughBrokerAndStoreRun() throws Exception {
        Files.writeString(directory.resolve("ingest-service.yml"), "tidings.ingest.interval: soon\n");

        var ended = demo();

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err())
                .isEqualTo("tidings: the demo failed: Failed to bind properties under 'tidings.ingest.interval'"
                        + " to java.time.Duration: 'soon' is not a valid duration\n");
        assertThat(directory.resolve("home/logs/tidings.log")).content().contains("the demo failed");
        assertThat(directory.resolve("home/run")).isEmptyDirectory();
    }

    private EndedJvm demo() throws Exception {
        return EndedJvm.of(
                directory,
                Map.of(
                        "TIDINGS_HOME", directory.resolve("home").toString(),
                        "TIDINGS_PORT_OFFSET", String.valueOf(ports.offset())),
                List.of("-Xmx512m", "-XX:+UseSerialGC"),
                Demo.class,
                "--once");
    }
}
