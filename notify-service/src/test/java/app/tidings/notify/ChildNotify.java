package app.tidings.notify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The service in a JVM of its own, which can be killed at any moment. */
final class ChildNotify implements AutoCloseable {

    private static final String READY = "READY ";

    private final Process process;
    private final int port;

    private ChildNotify(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** What runs in the other JVM. */
    public static void main(String... arguments) {
        var context = NotifyApplication.builder().run(arguments);
        System.out.println(READY + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** Starts it and waits until it takes requests. */
    static ChildNotify start(Map<String, String> settings) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ChildNotify.class.getName()));
        settings.forEach((key, value) -> command.add("--" + key + "=" + value));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new ChildNotify(process, awaitPort(process));
    }

    private static int awaitPort(Process process) throws IOException {
        var seen = new StringBuilder();
        var output = process.inputReader();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(READY)) {
                Thread.ofVirtual().start(() -> output.lines().forEach(_ -> {}));
                return Integer.parseInt(line.substring(READY.length()));
            }
            seen.append(line).append('\n');
        }
        throw new IllegalStateException("notify ended before it was ready:\n" + seen);
    }

    int port() {
        return port;
    }

    /** SIGKILL; returns when the process is gone. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
