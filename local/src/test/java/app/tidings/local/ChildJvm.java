package app.tidings.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A main class in a JVM of its own, with the class path of the test; it can be killed in the middle of its work. */
public final class ChildJvm implements AutoCloseable {

    private final Process process;

    private ChildJvm(Process process) {
        this.process = process;
    }

    /** Starts the main class and waits until it has written the line {@code READY}. */
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
            var child = new ChildJvm(builder.start());
            child.awaitReady(main);
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady(Class<?> main) throws IOException {
        var seen = new StringBuilder();
        for (var line = process.inputReader().readLine();
                line != null;
                line = process.inputReader().readLine()) {
            if (line.equals("READY")) {
                Thread.ofVirtual().start(this::discardOutput);
                return;
            }
            seen.append(line).append('\n');
        }
        throw new IllegalStateException(main.getName() + " ended before it was ready:\n" + seen);
    }

    private void discardOutput() {
        process.inputReader().lines().forEach(_ -> {});
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
