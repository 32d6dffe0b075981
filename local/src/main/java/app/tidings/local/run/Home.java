package app.tidings.local.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The directory of one installation: data, logs, secrets and what runs. */
public record Home(Path directory) {

    /** {@code TIDINGS_HOME}, or {@code data} where the command was given; made if it is missing. */
    public static Home ofEnvironment() {
        var named = System.getenv("TIDINGS_HOME");
        return at(Path.of(named == null || named.isBlank() ? "data" : named));
    }

    /** The installation in a directory, which is made if it is missing. */
    public static Home at(Path directory) {
        var home = new Home(directory.toAbsolutePath().normalize());
        try {
            Files.createDirectories(home.logs());
            Files.createDirectories(home.run());
            return home;
        } catch (IOException e) {
            throw new Refusal(
                    "cannot write to %s; make it writable or set TIDINGS_HOME".formatted(home.directory()), e);
        }
    }

    /** Data of the broker. */
    public Path broker() {
        return directory.resolve("broker");
    }

    /** Data of the store. */
    public Path store() {
        return directory.resolve("store");
    }

    /** The index of items; whatever is lost of it is built anew from the store. */
    public Path index() {
        return directory.resolve("index");
    }

    /** Caught mails. */
    public Path mail() {
        return directory.resolve("mail");
    }

    /** One log for each process. */
    public Path logs() {
        return directory.resolve("logs");
    }

    /** One record for each process. */
    public Path run() {
        return directory.resolve("run");
    }

    /** Files that only the owner may read. */
    public Path secrets() {
        return directory.resolve("secrets");
    }
}
