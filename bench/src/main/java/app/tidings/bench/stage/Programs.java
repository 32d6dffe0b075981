package app.tidings.bench.stage;

import app.tidings.bench.measure.Usage;
import app.tidings.local.run.Refusal;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs of this machine that serve as limits, and what one run of them takes. */
public final class Programs {

    private static final List<String> BESIDE_THE_PATH = List.of("/usr/sbin", "/usr/local/sbin");

    private Programs() {}

    /** A peer or limit is looked at so soon after its start, and from then on twice as long after each look. */
    private static final long FIRST_LOOK_MILLIS = 4;

    private static final long LONGEST_PAUSE_MILLIS = 256;

    /**
     * What a run took.
     *
     * @param cpuSeconds of the program and of all that it started and waited for
     * @param peakMegabytes the most memory that it and what it had started were seen to have at a time
     */
    public record Run(double seconds, double cpuSeconds, double peakMegabytes) {}

    /**
     * Where a program is.
     *
     * @param how to get it where it is missing
     */
    public static String find(String name, String how) {
        return ifThere(name).orElseThrow(() -> new Refusal("%s is missing: %s".formatted(name, how)));
    }

    /** Where a program is, if it is there. */
    public static Optional<String> ifThere(String name) {
        var path = System.getenv().getOrDefault("PATH", "");
        return Stream.concat(Stream.of(path.split(File.pathSeparator)), BESIDE_THE_PATH.stream())
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    /** A Python that has a module: the one on the path, or that of the system. */
    public static Optional<String> pythonWith(String module) {
        return Stream.concat(ifThere("python3").stream(), Stream.of("/usr/bin/python3"))
                .filter(python -> Files.isExecutable(Path.of(python)))
                .filter(python -> isGood(List.of(python, "-c", "import " + module)))
                .findFirst();
    }

    private static boolean isGood(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted", e);
        }
    }

    /** Copies a script that lies beside a class into a directory. */
    public static Path script(Class<?> beside, String name, Path directory) throws IOException {
        try (var script = beside.getResourceAsStream(name)) {
            if (script == null) {
                throw new IllegalStateException("the script %s is not in this jar".formatted(name));
            }
            return Files.write(directory.resolve(name), script.readAllBytes());
        }
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
            var peak = peakUntilEnd(process);
            var seconds = (System.nanoTime() - began) / 1e9;
            if (process.exitValue() != 0) {
                throw new Refusal(
                        "%s ended with status %d; see %s".formatted(command.getFirst(), process.exitValue(), log));
            }
            return new Run(seconds, Usage.cpuSecondsOfEndedChildren() - before, peak);
        } catch (IOException e) {
            throw new Refusal("%s cannot be run".formatted(command.getFirst()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted", e);
        }
    }

    /** In megabytes. To look costs, so it is done ever more rarely. */
    private static double peakUntilEnd(Process process) throws InterruptedException {
        var peak = 0.0;
        for (var pause = FIRST_LOOK_MILLIS; !process.waitFor(pause, TimeUnit.MILLISECONDS); ) {
            var seen = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                    .mapToDouble(each -> Usage.megabytesIfThere(each.pid()))
                    .sum();
            peak = Math.max(peak, seen);
            pause = Math.min(LONGEST_PAUSE_MILLIS, 2 * pause);
        }
        return peak;
    }
}
