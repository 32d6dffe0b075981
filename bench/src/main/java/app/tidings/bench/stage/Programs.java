package app.tidings.bench.stage;

import app.tidings.bench.measure.Usage;
import app.tidings.local.run.Refusal;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Programs of this machine that serve as limits, and what one run of them takes. */
public final class Programs {

    private static final List<String> BESIDE_THE_PATH = List.of("/usr/sbin", "/usr/local/sbin");

    private Programs() {}

    /** What a run took. */
    public record Run(double seconds, double cpuSeconds) {}

    /**
     * Where a program is.
     *
     * @param how to get it where it is missing
     */
    public static String find(String name, String how) {
        var path = System.getenv().getOrDefault("PATH", "");
        return Stream.concat(Stream.of(path.split(File.pathSeparator)), BESIDE_THE_PATH.stream())
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElseThrow(() -> new Refusal("%s is missing: %s".formatted(name, how)));
    }

    /** Runs a program to its end; refuses one that fails. */
    public static Run run(List<String> command, Path log) {
        var before = Usage.cpuSecondsOfEndedChildren();
        var began = System.nanoTime();
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            var status = process.waitFor();
            var seconds = (System.nanoTime() - began) / 1e9;
            if (status != 0) {
                throw new Refusal("%s ended with status %d; see %s".formatted(command.getFirst(), status, log));
            }
            return new Run(seconds, Usage.cpuSecondsOfEndedChildren() - before);
        } catch (IOException e) {
            throw new Refusal("%s cannot be run".formatted(command.getFirst()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted", e);
        }
    }
}
