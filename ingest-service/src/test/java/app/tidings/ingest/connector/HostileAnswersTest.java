package app.tidings.ingest.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HostileAnswersTest {

    /** The heap holds an answer of 10 MB at the server and at us, 64 MB to read it, and what a Java program needs for itself. */
    @Test
    void takeNoMoreThanTwoSecondsAnd64MegabytesWhateverTheyAre() throws Exception {
        var program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx112m",
                        "-Xmn16m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HostileAnswers.class.getName())
                .redirectErrorStream(true)
                .start();
        var lines = program.inputReader()
                .lines()
                .filter(line -> line.matches("\\d+ .*"))
                .toList();

        assertThat(program.waitFor()).as(String.join("\n", lines)).isZero();
        assertThat(lines)
                .hasSizeGreaterThan(30)
                .allSatisfy(line -> assertThat(Integer.parseInt(line.split(" ", 2)[0]))
                        .as(line)
                        .isLessThanOrEqualTo(2_000));
    }
}
