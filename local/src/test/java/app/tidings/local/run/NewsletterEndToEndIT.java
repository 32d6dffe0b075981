package app.tidings.local.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.local.FreePorts;
import app.tidings.local.demo.Demo;
import app.tidings.local.newsroom.Newsroom;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way, with each service in a process of its own: from feeds to delivered mails, twice over the same feeds. On the
 * way curation is killed while links come in, and render when the issue is approved.
 */
class NewsletterEndToEndIT {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int CONFIRMATIONS_AND_ISSUES = 4;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    private Installation installation;
    private ProcessRecords records;
    private Newsroom newsroom;

    @BeforeEach
    void openNewsroom() {
        var home = Home.at(directory);
        newsroom = Newsroom.open(directory.resolve("newsroom"), FreePorts.one(), Clock.systemUTC());
        installation = new Installation(home, FreePorts.offset(), Secrets.in(home), newsroom.address());
        records = new ProcessRecords(home.run());
    }

    @AfterEach
    void endEverything() {
        new Down(records, System.out, PATIENCE).run();
        newsroom.close();
    }

    @Test
    void carriesLinksFromFeedsToMailsThroughKillsAndSendsNothingTwice() throws IOException {
        up();
        var curation = new KillAt("✓", "curation-service");
        var render = new KillAt("6  Printing", "render-service");

        var first = play(List.of(curation, render));
        var second = play(List.of());

        assertThat(first).contains("zh: the same 10 entries").contains("en: the same 10 entries");
        assertThat(curation.restarted).isPresent();
        assertThat(render.restarted).isPresent();
        assertThat(second).contains("zh: the same 10 entries").contains("en: the same 10 entries");
        assertThat(mails()).hasSize(CONFIRMATIONS_AND_ISSUES);
    }

    private void up() {
        new Up(installation, new Commands(ROOT, installation), System.out).inProcesses();
    }

    private String play(List<KillAt> kills) {
        var told = new ByteArrayOutputStream();
        var out = new PrintStream(new Watched(told, kills), true, UTF_8);

        var status = Demo.run(Demo.Addresses.of(installation, newsroom.address()), true, out);

        kills.forEach(KillAt::join);
        assertThat(status).as(told.toString(UTF_8)).isZero();
        return told.toString(UTF_8);
    }

    private List<Path> mails() throws IOException {
        try (var files = Files.list(installation.home().mail())) {
            return files.filter(file -> file.toString().endsWith(".eml")).toList();
        }
    }

    /** Kills a service when the story says some words, and starts it again. */
    private final class KillAt {

        private final String words;
        private final String service;
        private Optional<CompletableFuture<Void>> restarted = Optional.empty();

        KillAt(String words, String service) {
            this.words = words;
            this.service = service;
        }

        void hear(String story) {
            if (restarted.isEmpty() && story.contains(words)) {
                var process = records.running(service).orElseThrow();
                process.destroyForcibly();
                process.onExit().join();
                restarted = Optional.of(CompletableFuture.runAsync(
                        NewsletterEndToEndIT.this::up, Executors.newVirtualThreadPerTaskExecutor()));
            }
        }

        void join() {
            restarted.ifPresent(CompletableFuture::join);
        }
    }

    /** Keeps what is told and lets the kills hear it. */
    private static final class Watched extends OutputStream {

        private final ByteArrayOutputStream told;
        private final List<KillAt> kills;

        Watched(ByteArrayOutputStream told, List<KillAt> kills) {
            this.told = told;
            this.kills = kills;
        }

        @Override
        public void write(int octet) {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            told.write(bytes, offset, length);
            kills.forEach(kill -> kill.hear(told.toString(UTF_8)));
        }
    }
}
