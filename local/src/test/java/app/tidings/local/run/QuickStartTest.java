package app.tidings.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickStartTest {

    private static final FileTime DATE_OF_EVERY_BUILD = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    @TempDir
    private Path directory;

    @Test
    void startsWhatWasBuiltThoughTheJarBeforeItHasTheSameDate() throws IOException {
        var first = quick("first");

        assertThat(quick("second")).doesNotContainAnyElementsOf(paths(first));
        assertThat(quick("first")).isEqualTo(first);
    }

    private List<String> quick(String content) throws IOException {
        var jar = Files.writeString(directory.resolve("notify-service-boot.jar"), content);
        Files.setLastModifiedTime(jar, DATE_OF_EVERY_BUILD);
        return new QuickStart(directory.resolve("kept"), directory.resolve("log"))
                .quick(List.of("java", "-jar", jar.toString()));
    }

    private List<String> paths(List<String> command) {
        return command.stream()
                .filter(each -> each.contains(directory.resolve("kept").toString()))
                .toList();
    }
}
