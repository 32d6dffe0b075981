package app.tidings.local.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllInOneIT {

    @TempDir
    private Path directory;

    /** So that {@code status} and {@code down} know a demo, and nothing is built under it. */
    @Test
    void isRecordedWhileItRunsAndLeavesNothingBehindWhenItCannotStart() {
        var home = Home.at(directory);
        var installation = new Installation(home, Ports.free(), Secrets.in(home), null);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> AllInOne.start(installation, _ -> {
                    assertThat(status(home))
                            .contains("broker    up  pid "
                                    + ProcessHandle.current().pid())
                            .contains("ingest    starting  pid");
                    throw new Refusal("no further");
                }))
                .withMessage("no further");

        assertThat(status(home)).doesNotContain("up", "pid");
        assertThat(installation.ports().areFree()).isTrue();
    }

    private static String status(Home home) {
        var said = new ByteArrayOutputStream();
        Status.of(home).print(new PrintStream(said, true, UTF_8));
        return said.toString(UTF_8);
    }
}
