package app.tidings.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/** Which processes belong to an installation: one small file for each, with its id and when it started. */
final class ProcessRecords {

    /** One process that was started. The id alone proves nothing: it may have been given to another process since. */
    record Recorded(String name, long pid, Instant started, int portOffset) {

        private static final Duration CLOCK_STEP = Duration.ofSeconds(2);

        /** The process itself, if it is the one that was recorded and still runs. */
        Optional<ProcessHandle> handle() {
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::startedThen);
        }

        private boolean startedThen(ProcessHandle handle) {
            return handle.info()
                    .startInstant()
                    .map(instant -> Duration.between(instant, started).abs().compareTo(CLOCK_STEP) <= 0)
                    .orElse(false);
        }
    }

    private static final String ENDING = ".pid";

    private final Path directory;

    ProcessRecords(Path directory) {
        this.directory = directory;
    }

    void keep(String name, ProcessHandle handle, int portOffset) {
        var values = new Properties();
        values.setProperty("pid", String.valueOf(handle.pid()));
        values.setProperty(
                "started", handle.info().startInstant().orElse(Instant.EPOCH).toString());
        values.setProperty("portOffset", String.valueOf(portOffset));
        var fresh = directory.resolve(name + ENDING + ".new");
        try (var out = Files.newOutputStream(fresh)) {
            values.store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            Files.move(fresh, file(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Recorded> recorded(String name) {
        var values = new Properties();
        if (!Files.exists(file(name))) {
            return Optional.empty();
        }
        try (var in = Files.newInputStream(file(name))) {
            values.load(in);
            return Optional.of(new Recorded(
                    name,
                    Long.parseLong(values.getProperty("pid")),
                    Instant.parse(values.getProperty("started")),
                    Integer.parseInt(values.getProperty("portOffset"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The recorded process, if it runs. */
    Optional<ProcessHandle> running(String name) {
        return recorded(name).flatMap(Recorded::handle);
    }

    /** Whether any recorded process runs. */
    boolean areAnyRunning() {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(ENDING))
                    .map(file -> file.substring(0, file.length() - ENDING.length()))
                    .anyMatch(name -> running(name).isPresent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forget(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String name) {
        return directory.resolve(name + ENDING);
    }
}
