package app.tidings.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

    @TempDir
    private Path root;

    @Test
    void startTheBootJar() throws IOException {
        var boot = jar("ingest-service-0.1.0-boot.jar");
        var plain = jar("ingest-service-0.1.0.jar");

        assertThat(command()).contains(boot).doesNotContain(plain);
    }

    @Test
    void refuseToChooseAmongVersions() throws IOException {
        jar("ingest-service-0.1.0-boot.jar");
        jar("ingest-service-0.2.0-boot.jar");

        assertThatExceptionOfType(Refusal.class).isThrownBy(this::command).withMessageContaining("mvn clean");
    }

    @Test
    void sayThatNothingWasBuilt() {
        assertThatExceptionOfType(Refusal.class).isThrownBy(this::command).withMessageContaining("build first");
    }

    private Iterable<String> command() {
        var home = Home.at(root.resolve("home"));
        return new Commands(root, new Installation(home, new Ports(0), Secrets.in(home), null)).of("ingest-service");
    }

    private String jar(String name) throws IOException {
        var file = root.resolve("ingest-service/target").resolve(name);
        Files.createDirectories(file.getParent());
        Files.createFile(file);
        return file.toString();
    }
}
