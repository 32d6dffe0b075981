package app.tidings.bench.stage;

import app.tidings.bench.measure.Usage;
import app.tidings.local.run.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of ours, which ends with this one at the latest, by its own handle. */
public final class Started implements AutoCloseable {

    private static final int GRACE_SECONDS = 20;

    private final String name;
    private final Process process;
    private final Path log;
    private final Thread atTheEnd;

    private Started(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.atTheEnd = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(atTheEnd);
    }

    /** Starts a process whose output goes to a file. */
    public static Started of(String name, List<String> command, Path log) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            process.getOutputStream().close();
            return new Started(name, process, log);
        } catch (IOException e) {
            throw new Refusal("%s cannot be started".formatted(command.getFirst()), e);
        }
    }

    /** Refuses to go on where it has ended by itself. */
    public void stillRuns() {
        if (!process.isAlive()) {
            throw new Refusal("%s ended with status %d; see %s".formatted(name, process.exitValue(), log));
        }
    }

    /** Its number in the system. */
    public long pid() {
        return process.pid();
    }

    /** What it has used so far. */
    public Usage usage() {
        stillRuns();
        return Usage.of(process.pid());
    }

    /** Ends it. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(atTheEnd);
        } catch (IllegalStateException e) {
            process.destroyForcibly(); // this process is ending, and its hook has done the same
        }
    }
}
