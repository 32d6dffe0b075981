package app.tidings.local.run;

import app.tidings.contracts.Ids;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.util.FileSystemUtils;

/**
 * Halves the time that a service takes to come back: its jar is unpacked, and the JVM keeps the loaded classes in an archive
 * (class data sharing). Both are kept for later runs, under the hash of the jar: its date tells nothing, for reproducible
 * builds give every jar the same.
 */
public final class QuickStart {

    private static final String JAR = "-jar";

    private static final int HASH = 12;

    private final Path directory;
    private final Path log;
    private final Map<Path, Path> unpacked = new ConcurrentHashMap<>();

    /**
     * Keeps what it makes where the build keeps what it makes.
     *
     * @param root of the source tree
     * @param log of the JVMs that unpack the services and make the archives
     */
    public static QuickStart in(Path root, Path log) {
        return new QuickStart(root.resolve("local/target/quick"), log);
    }

    /**
     * Keeps what it makes.
     *
     * @param directory for the unpacked services
     * @param log of the JVMs that unpack them and make the archives
     */
    QuickStart(Path directory, Path log) {
        this.directory = directory;
        this.log = log;
    }

    /**
     * Unpacks the service of the command and makes its archive, unless that was done before.
     *
     * @throws Refusal if the service does not start
     */
    public void prepare(List<String> command) {
        var boot = boot(command);
        var archive = archive(boot);
        try {
            if (Files.exists(archive)) {
                return;
            }
            FileSystemUtils.deleteRecursively(unpacked(boot));
            Files.createDirectories(directory);
            run(List.of(
                    command.getFirst(),
                    "-Djarmode=tools",
                    JAR,
                    boot.toString(),
                    "extract",
                    "--destination",
                    unpacked(boot).toString()));
            var training = unpacking(command);
            training.addAll(1, List.of("-XX:ArchiveClassesAtExit=" + archive, "-Dspring.context.exit=onRefresh"));
            run(training);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(List<String> command) throws IOException {
        var process = new ProcessBuilder(command)
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()))
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new Refusal("a service could not be prepared; see " + log);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** The command of the service as it was prepared. */
    public List<String> quick(List<String> command) {
        var quick = unpacking(command);
        quick.addAll(1, List.of("-XX:SharedArchiveFile=" + archive(boot(command)), "-Xlog:cds=off,aot=off"));
        return quick;
    }

    private List<String> unpacking(List<String> command) {
        var boot = boot(command);
        var unpacking = new ArrayList<>(command);
        unpacking.set(
                command.indexOf(JAR) + 1,
                unpacked(boot).resolve(boot.getFileName()).toString());
        return unpacking;
    }

    private static Path boot(List<String> command) {
        return Path.of(command.get(command.indexOf(JAR) + 1));
    }

    private Path unpacked(Path boot) {
        return unpacked.computeIfAbsent(boot, this::unpackedByContent);
    }

    private Path unpackedByContent(Path boot) {
        try {
            var hash = Ids.contentHash(Files.readAllBytes(boot)).substring(0, HASH);
            return directory.resolve(boot.getFileName().toString().replace(".jar", "-" + hash));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path archive(Path boot) {
        return unpacked(boot).resolve("classes.jsa");
    }
}
