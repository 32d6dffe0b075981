package app.tidings.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @TempDir
    private Path root;

    @Test
    void startTheJarThatWasBuiltLast() throws IOException {
        var before = jar("ingest-service-0.1.0-boot.jar", NOW.minusSeconds(60));
        var last = jar("ingest-service-0.2.0-boot.jar", NOW);
        var earlier = jar("ingest-service-0.3.0-boot.jar", NOW.minusSeconds(90));
        var home = Home.at(root.resolve("home"));

        var command =
                new Commands(root, new Installation(home, new Ports(0), Secrets.in(home), null)).of("ingest-service");

        assertThat(command).contains(last).doesNotContain(before, earlier);
    }

    private String jar(String name, Instant builtAt) throws IOException {
        var file = root.resolve("ingest-service/target").resolve(name);
        Files.createDirectories(file.getParent());
        Files.createFile(file);
        Files.setLastModifiedTime(file, FileTime.from(builtAt));
        return file.toString();
    }
}
