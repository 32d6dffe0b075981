package app.tidings.local.run;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.local.FreePorts;
import app.tidings.local.demo.Demo;
import app.tidings.local.newsroom.Newsroom;
import app.tidings.local.stage.Api;
import app.tidings.local.stage.Patience;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The demo on an installation of its own, with a process for each service, each of which may be killed and is started again. */
final class DemoInProcesses implements AutoCloseable {

    /** Whatever runs: what the services stand on, and the services. */
    static final List<String> PARTS =
            List.of(Part.GROUND, "ingest-service", "curation-service", "render-service", "notify-service");

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST_TRIES = 10;
    private static final Pattern HEADERS = Pattern.compile("(?ms)^(Delivered-To|Message-ID): (\\S+)\\s");

    private static final Pattern UNSUBSCRIBE = Pattern.compile("(?m)^List-Unsubscribe:\\s+<([^>]+)>");

    private final Installation installation;
    private final ProcessRecords records;
    private final Newsroom newsroom;
    private final ExecutorService starter = Executors.newSingleThreadExecutor();
    private final List<CompletableFuture<Void>> starts = new ArrayList<>();

    /** One caught mail, by what makes it the same as another. */
    record Caught(String messageId, String to, boolean isIssue) {}

    /** How a play ended, and what was told. */
    record Played(int status, String told) {}

    DemoInProcesses(Path directory) {
        var home = Home.at(directory);
        newsroom = Newsroom.onThisMachine(directory.resolve("newsroom"), FreePorts.one(), Clock.systemUTC());
        installation = new Installation(home, Ports.free(), Secrets.in(home), newsroom.address());
        records = new ProcessRecords(home.run());
        up();
    }

    /** Sends SIGKILL and starts it again, behind the caller's back. */
    synchronized void kill(String part) {
        records.running(part).ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
        starts.add(CompletableFuture.runAsync(this::up, starter));
    }

    /** Until all are up at the same time: one may be killed while another is waited for. */
    private void up() {
        var up = new Up(
                installation, new Commands(ROOT, installation), new PrintStream(OutputStream.nullOutputStream()));
        for (int tries = 1; ; tries++) {
            try {
                up.inProcesses();
                return;
            } catch (Refusal e) {
                if (tries == MOST_TRIES) {
                    throw e;
                }
            }
        }
    }

    /** Plays the demo; the listener hears all that was told so far whenever something is told. */
    Played play(Consumer<String> listener) {
        var told = new Told(listener);

        var status =
                Demo.run(Demo.Addresses.of(installation, newsroom.address()), true, new PrintStream(told, true, UTF_8));

        awaitStarts();
        return new Played(status, told.toString(UTF_8));
    }

    private synchronized void awaitStarts() {
        starts.forEach(CompletableFuture::join);
    }

    /** Every mail that arrived, repeats among them. */
    List<Caught> mails() {
        return texts().stream().map(DemoInProcesses::caught).toList();
    }

    private List<String> texts() {
        try (var files = Files.list(installation.home().mail())) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .map(DemoInProcesses::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Caught caught(String mail) {
        var to = "";
        var messageId = "";
        for (var headers = HEADERS.matcher(mail); headers.find(); ) {
            if (headers.group(1).equals("Message-ID")) {
                messageId = headers.group(2);
            } else {
                to = headers.group(2);
            }
        }
        return new Caught(messageId, to, mail.contains("List-Unsubscribe-Post:"));
    }

    /** The reader presses the button that mail programs show beside an issue (RFC 8058). */
    void leave(String reader) {
        var link = texts().stream()
                .filter(mail -> caught(mail).to().equals(reader))
                .map(UNSUBSCRIBE::matcher)
                .filter(Matcher::find)
                .map(found -> URI.create(found.group(1)))
                .findFirst()
                .orElseThrow();
        try (var client = HttpClient.newHttpClient()) {
            var notify = new Api(client, "notify", link, null, Patience.silent(PATIENCE));
            notify.postForm(link.getRawPath() + "?" + link.getRawQuery(), Map.of("List-Unsubscribe", "One-Click"));
        }
    }

    String address(Service service) {
        return installation.address(service);
    }

    String apiToken() {
        return installation.secrets().readApiToken();
    }

    @Override
    public void close() {
        starter.shutdownNow();
        new Down(records, System.out, PATIENCE).run();
        newsroom.close();
    }

    /** Keeps what is told and lets the listener hear it. */
    private static final class Told extends ByteArrayOutputStream {

        private final Consumer<String> listener;

        Told(Consumer<String> listener) {
            this.listener = listener;
        }

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            super.write(bytes, offset, length);
            listener.accept(toString(UTF_8));
        }
    }
}
