package app.tidings.local.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.platform.testing.ChildJvm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownIT {

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void endsWhatWasRecordedAndNothingElse() {
        var records = new ProcessRecords(directory);
        try (var ingest = ChildJvm.start(Sleeper.class);
                var ground = ChildJvm.start(Sleeper.class);
                var stranger = ChildJvm.start(Sleeper.class)) {
            records.keep("ingest-service", ingest.handle(), 0);
            records.keep("ground", ground.handle(), 0);

            down(records, Duration.ofSeconds(30));

            assertThat(ingest.handle().isAlive()).isFalse();
            assertThat(ground.handle().isAlive()).isFalse();
            assertThat(stranger.handle().isAlive()).isTrue();
            assertThat(said.toString(UTF_8)).isEqualTo("ingest-service ended\nground ended\n");
            assertThat(records.recorded("ground")).isEmpty();
        }
    }

    @Test
    void leavesAProcessAloneThatOnlyHasTheSameId() throws IOException {
        var records = new ProcessRecords(directory);
        try (var stranger = ChildJvm.start(Sleeper.class)) {
            records.keep("tidings", stranger.handle(), 0);
            var file = directory.resolve("tidings.pid");
            Files.writeString(
                    file, Files.readString(file).replaceFirst("started=.*", "started=2020-01-01T00\\\\:00\\\\:00Z"));

            down(records, Duration.ofSeconds(30));

            assertThat(stranger.handle().isAlive()).isTrue();
            assertThat(said.toString(UTF_8)).isEqualTo("nothing was running\n");
        }
    }

    @Test
    void killsWhatDoesNotEndInTime() {
        var records = new ProcessRecords(directory);
        try (var deaf = ChildJvm.start(Sleeper.class, "deaf")) {
            records.keep("tidings", deaf.handle(), 0);

            down(records, Duration.ofMillis(500));

            assertThat(deaf.handle().isAlive()).isFalse();
            assertThat(said.toString(UTF_8)).isEqualTo("tidings was killed\n");
        }
    }

    private void down(ProcessRecords records, Duration patience) {
        new Down(records, new PrintStream(said, true, UTF_8), patience).run();
    }
}
