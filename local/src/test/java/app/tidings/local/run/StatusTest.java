package app.tidings.local.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusTest {

    private static final Ports PORTS = Ports.free();

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void saysOfEachPartThatItIsDown() {
        var home = Home.at(directory);

        boolean allUp = new Status(new ProcessRecords(home.run()), PORTS).print(new PrintStream(said, true, UTF_8));

        assertThat(allUp).isFalse();
        assertThat(said.toString(UTF_8).lines())
                .containsExactly(
                        "broker    down",
                        "store     down",
                        "mailbox   down",
                        "ingest    down",
                        "curation  down",
                        "render    down",
                        "notify    down");
    }

    @Test
    void tellsProcessAndPortOfWhatRuns() {
        var home = Home.at(directory);
        var records = new ProcessRecords(home.run());
        records.keep(Part.GROUND, ProcessHandle.current(), PORTS.offset());

        boolean allUp = Status.of(home).print(new PrintStream(said, true, UTF_8));

        assertThat(allUp).isFalse();
        assertThat(said.toString(UTF_8).lines())
                .contains(
                        "broker    starting  pid %d, port %d"
                                .formatted(ProcessHandle.current().pid(), PORTS.broker()),
                        "ingest    down");
    }
}
