package app.tidings.local.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.local.EndedJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of {@code ./tidings} in a process of their own, with as little memory as the script gives them. */
class LocalIT {

    private static final int MEGABYTES = 64;

    @TempDir
    private Path directory;

    @Test
    void saysInOneLineThatItsHomeCannotBeMade() throws Exception {
        var file = Files.createFile(directory.resolve("file"));

        var ended = local(file.resolve("home"), "status");

        assertThat(ended)
                .isEqualTo(new EndedJvm(
                        1,
                        "",
                        "tidings: cannot write to %s/home; make it writable or set TIDINGS_HOME\n".formatted(file)));
    }

    @Test
    void saysInOneLineWhatItDidNotExpect() throws Exception {
        var home = Home.at(directory.resolve("home"));
        Files.createDirectory(home.run().resolve("ground.pid"));

        var ended = local(home.directory(), "down");

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err()).isEqualTo("tidings: Is a directory\n");
    }

    @Test
    void showsTheEndOfALogThatIsLargerThanItsMemory() throws Exception {
        var home = Home.at(directory.resolve("home"));
        fill(home.logs().resolve("tidings.log"));

        var ended = local(home.directory(), "logs");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.status()).isZero();
        assertThat(ended.out().lines()).hasSize(200);
        assertThat(ended.out().lines().toList().getLast()).endsWith("Poller: 最后一行");
    }

    /** More than there is memory for, and lines that have no end where the reading begins. */
    private static void fill(Path log) throws IOException {
        try (var out = Files.newBufferedWriter(log, UTF_8)) {
            var aLongOne = line("polled 来源 ".repeat(200));
            while (Files.size(log) < (MEGABYTES + 10L) << 20) {
                out.write(aLongOne);
            }
            for (int i = 0; i < 199; i++) {
                out.write(line("line " + i));
            }
            out.write(line("最后一行"));
        }
    }

    private static String line(String message) {
        return "{\"timestamp\":1,\"level\":\"INFO\",\"loggerName\":\"app.tidings.ingest.poll.Poller\",\"formattedMessage\":\"%s\"}\n"
                .formatted(message);
    }

    private EndedJvm local(Path home, String... arguments) throws IOException, InterruptedException {
        return EndedJvm.of(
                directory,
                Map.of("TIDINGS_HOME", home.toString()),
                List.of("-Xmx" + MEGABYTES + "m", "-XX:+UseSerialGC"),
                Local.class,
                arguments);
    }
}
