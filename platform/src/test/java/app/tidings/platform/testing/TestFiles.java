package app.tidings.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that a service is started with, such as that of a token. They go when this JVM ends. */
public final class TestFiles {

    private TestFiles() {}

    /** A file with this text. */
    public static Path with(String text) {
        try {
            var file = Files.createTempFile("tidings-test-", "");
            file.toFile().deleteOnExit();
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
