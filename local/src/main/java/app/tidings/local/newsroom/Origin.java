package app.tidings.local.newsroom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * Where the newsroom answers and when it opened first. All its dates count back from that instant, which is kept on disk, so
 * that they look recent and still stay the same over restarts.
 */
record Origin(URI root, Instant openedAt) {

    static Origin remembered(Path directory, URI root, InstantSource clock) {
        var file = directory.resolve("opened-at");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(directory);
                Files.writeString(
                        file, clock.instant().truncatedTo(ChronoUnit.MINUTES).toString());
            }
            return new Origin(root, Instant.parse(Files.readString(file).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The absolute address of a path of this newsroom. */
    URI address(String path) {
        return root.resolve(path);
    }

    URI address(Page page) {
        return address(page.path());
    }

    Instant ago(Duration before) {
        return openedAt.minus(before);
    }

    Instant published(Page page) {
        return ago(page.front().before());
    }
}
