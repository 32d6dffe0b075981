package app.tidings.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** How each process is called. */
public final class Commands {

    private final Path root;
    private final Installation installation;

    /** With the root of the source tree, where the services' jars are built. */
    public Commands(Path root, Installation installation) {
        this.root = root;
        this.installation = installation;
    }

    /** The command of a process by its name: a part of the installation, or a service's module. */
    public List<String> of(String process) {
        return switch (process) {
            case Part.ALL_IN_ONE ->
                java(
                        process,
                        512,
                        List.of(
                                "-Dorg.springframework.boot.logging.LoggingSystem=none",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Local.class.getName(),
                                "run"));
            case Part.GROUND, Part.STORE, Part.BROKER ->
                java(
                        process,
                        256,
                        List.of("-cp", System.getProperty("java.class.path"), Local.class.getName(), process));
            default -> service(process);
        };
    }

    private List<String> service(String module) {
        var service = Stream.of(Service.values())
                .filter(each -> each.module().equals(module))
                .findFirst()
                .orElseThrow();
        var last = new ArrayList<>(List.of("-jar", bootJar(root, service).toString()));
        last.addAll(installation.arguments(service));
        return java(module, 256, last);
    }

    private List<String> java(String process, int megabytes, List<String> last) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx" + megabytes + "m",
                "-XX:TieredStopAtLevel=1",
                "-Djdk.nio.maxCachedBufferSize=262144",
                "-Djava.net.preferIPv4Stack=true",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dtidings.log=" + installation.home().logs().resolve(process + ".log"),
                "-Dlogback.configurationFile=" + logSettings(),
                "-Dlogging.config=" + logSettings()));
        command.addAll(last);
        return command;
    }

    /**
     * The boot jar of a service. One of several cannot be chosen: reproducible builds give every jar the same date.
     *
     * @param root of the source tree
     */
    public static Path bootJar(Path root, Service service) {
        var target = root.resolve(service.module()).resolve("target");
        try (var files = Files.list(target)) {
            var jars = files.filter(file -> file.getFileName().toString().endsWith("-boot.jar"))
                    .toList();
            if (jars.size() > 1) {
                throw new Refusal(
                        "there are boot jars of several versions in " + target + "; give mvn clean, then build");
            }
            return jars.stream().findFirst().orElseThrow(() -> new Refusal(missing(target)));
        } catch (IOException e) {
            throw new Refusal(missing(target), e);
        }
    }

    private static String missing(Path target) {
        return "there is no boot jar in " + target + "; build first";
    }

    /** The same log settings for all processes, as a file, since a boot jar does not have them. */
    private Path logSettings() {
        var file = installation.home().run().resolve("logback.xml");
        try (var in = Objects.requireNonNull(Commands.class.getResourceAsStream("logback.xml"))) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
