package app.tidings.local.prove;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.local.prove.Options.Points;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The short form of the proof; each day another of the crash points. {@code -Dtidings.test.seed} repeats a day. */
class ProveIT {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path directory;

    @Test
    void keepsItsPromisesWhateverIsKilled() {
        long seed =
                Long.getLong("tidings.test.seed", LocalDate.now(ZoneOffset.UTC).toEpochDay());
        var told = new ByteArrayOutputStream();

        var held = Prove.run(
                new Options(6, 2_000, seed, 1, 1, Points.SHARE, "hold"),
                directory,
                Path.of("..").toAbsolutePath().normalize(),
                new PrintStream(told, true, UTF_8));

        System.err.println(told.toString(UTF_8));
        assertThat(held).as(told.toString(UTF_8)).isTrue();
    }
}
