package app.tidings.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A main class in a JVM of its own, with the class path of the test; it can be killed in the middle of its work. */
public final class ChildJvm implements AutoCloseable {

    private static final String READY = "READY";

    private final Process process;
    private final String word;

    private ChildJvm(Process process, String word) {
        this.process = process;
        this.word = word;
    }

    /** What a main class says when it is ready, with a word for its parent, such as a port. */
    public static void ready(String word) {
        System.out.println(READY + word);
    }

    /** Starts the main class and waits until it has said that it is ready. */
    public static ChildJvm start(Class<?> main, String... arguments) {
        return start(Map.of(), main, arguments);
    }

    /** As {@link #start(Class, String...)}, with additions to the environment. */
    public static ChildJvm start(Map<String, String> environment, Class<?> main, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=logback-plain-tests.xml",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            return new ChildJvm(process, awaitReady(process, main));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String awaitReady(Process process, Class<?> main) throws IOException {
        var seen = new StringBuilder();
        var output = process.inputReader();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(READY)) {
                Thread.ofVirtual().start(() -> output.lines().forEach(_ -> {}));
                return line.substring(READY.length());
            }
            seen.append(line).append('\n');
        }
        throw new IllegalStateException(main.getName() + " ended before it was ready:\n" + seen);
    }

    /** What it said when it was ready. */
    public String word() {
        return word;
    }

    /** The process, as others see it. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** SIGKILL; returns when the process is gone. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** SIGTERM; returns when the process is gone. */
    public void stop() {
        process.destroy();
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
