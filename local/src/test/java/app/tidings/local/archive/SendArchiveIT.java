package app.tidings.local.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import app.tidings.local.FreePorts;
import app.tidings.local.run.AllInOne;
import app.tidings.local.run.Home;
import app.tidings.local.run.Installation;
import app.tidings.local.run.Ports;
import app.tidings.local.run.Refusal;
import app.tidings.local.run.Secrets;
import app.tidings.local.run.Service;
import app.tidings.local.stage.Api;
import app.tidings.local.stage.Patience;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

class SendArchiveIT {

    private static final String PUBLICATION = "tidings-weekly";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path directory;

    @Test
    void takesPastIssuesInOnceAndTheArchiveShowsThem() throws IOException {
        var newsroom = URI.create("http://127.0.0.1:%d/".formatted(FreePorts.one()));
        var home = Home.at(directory.resolve("home"));
        var installation = new Installation(home, Ports.free(), Secrets.in(home), newsroom);
        var good = issue("2025-01-02-weekly.md", 12, "灯塔", "https://lighthouse.example/one");
        var bad = Files.writeString(directory.resolve("notes.md"), "Nothing that has a number.\n");

        try (var _ = AllInOne.start(installation, _ -> {});
                var client = HttpClient.newHttpClient()) {
            assertThat(send(installation, PUBLICATION, bad, good))
                    .contains("1 notes.md  not imported: ")
                    .contains("2025-01-02-weekly.md  #12  imported, 2 items");
            assertThat(send(installation, PUBLICATION, good)).contains("#12  already there, 2 items");
            assertThatExceptionOfType(Refusal.class).isThrownBy(() -> send(installation, "unknown", good, good));

            var render = Api.of(installation, Service.RENDER, client, Patience.silent(Duration.ofMinutes(2)));
            await("the page")
                    .atMost(Duration.ofMinutes(1))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(render.text("/%s/zh/12".formatted(PUBLICATION)))
                            .contains("https://lighthouse.example/one", "2025年1月2日"));
        }
    }

    private Path issue(String file, int number, String title, String address) throws IOException {
        return Files.writeString(directory.resolve(file), """
                # 海燕周刊#%d：潮水

                ## 🦄文章&教程

                1、[%s](%s)（英文）

                灯塔的话。

                2、[另一座](https://lighthouse.example/other)

                也有话。
                """.formatted(number, title, address));
    }

    private static String send(Installation installation, String publication, Path... files) {
        var told = new ByteArrayOutputStream();
        var status = SendArchive.to(installation, publication, new PrintStream(told, true, UTF_8))
                .run(List.of(files));
        return status + " " + told.toString(UTF_8).replaceAll("\\[\\d+/\\d+\\] ", "");
    }
}
