package app.tidings.local.demo;

import app.tidings.local.newsroom.Newsroom;
import app.tidings.local.run.AllInOne;
import app.tidings.local.run.Home;
import app.tidings.local.run.Installation;
import app.tidings.local.run.Reason;
import app.tidings.local.run.Refusal;
import app.tidings.local.run.Service;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** {@code ./tidings demo}: everything in this process, beside it the newsroom, and an editor who plays from feeds to a mail. */
public final class Demo {

    private static final String LOG_SETTINGS = "app/tidings/local/run/logback.xml";

    private Demo() {}

    /**
     * Where everything is found.
     *
     * @param apiToken file with the token that programs show to the APIs
     * @param shown what the viewer is told
     */
    public record Addresses(
            URI ingest, URI curation, URI notifier, URI render, URI mailbox, URI newsroom, Path apiToken, Shown shown) {

        /**
         * Where the viewer finds things, who may stand elsewhere than the demo.
         *
         * @param apiToken file with the token
         * @param mailFiles where the caught mails lie as files; null where they do not
         * @param logs a folder or a command
         */
        public record Shown(
                URI curation,
                URI notifier,
                URI mailbox,
                Path apiToken,
                @Nullable Path mailFiles,
                String logs) {}

        /** Those of an installation on this machine. */
        public static Addresses of(Installation installation, URI newsroom) {
            var curation = URI.create(installation.address(Service.CURATION));
            var notifier = URI.create(installation.address(Service.NOTIFY));
            var mailbox = URI.create(installation.mailboxAddress());
            var apiToken = installation.secrets().apiToken();
            var home = installation.home();
            return new Addresses(
                    URI.create(installation.address(Service.INGEST)),
                    curation,
                    notifier,
                    URI.create(installation.address(Service.RENDER)),
                    mailbox,
                    newsroom,
                    apiToken,
                    new Shown(
                            curation,
                            notifier,
                            mailbox,
                            apiToken,
                            home.mail(),
                            home.logs().toString()));
        }
    }

    /** With {@code --once} it ends after the story; else it stays up until it is told to end. */
    public static void main(String... arguments) {
        System.exit(start(List.of(arguments)));
    }

    /**
     * Plays on services that run, and tells it.
     *
     * @param once whether the installation ends with the story
     * @return 0 if everything is as it has to be
     */
    public static int run(Addresses addresses, boolean once, PrintStream out) {
        return new Play(addresses, once, out).run();
    }

    private static int start(List<String> arguments) {
        var once = arguments.equals(List.of("--once"));
        if (!once && !arguments.isEmpty()) {
            System.err.println("tidings: demo knows only --once");
            return 1;
        }
        try {
            logToFile(Home.ofEnvironment());
            return open(once);
        } catch (Refusal e) {
            return failed(e);
        } catch (RuntimeException | Error e) {
            LoggerFactory.getLogger(Demo.class).error("the demo failed", e); // no field: it would log before logToFile
            return failed(e);
        }
    }

    /** Threads of what has started would keep the process, so this must end in a status whatever it was. */
    private static int failed(Throwable failure) {
        System.err.println("tidings: the demo failed: " + Reason.of(failure));
        return 1;
    }

    /** Before anything logs: the terminal is for the story. */
    private static void logToFile(Home home) {
        System.setProperty("tidings.log", home.logs().resolve("tidings.log").toString());
        System.setProperty("logback.configurationFile", LOG_SETTINGS);
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    }

    private static int open(boolean once) {
        var installation = Installation.ofEnvironment();
        var ports = installation.ports();
        ports.refuseIfTaken(ports.newsroom());
        var out = System.out;
        out.println("Starting broker, store, mailbox, newsroom and four services …");
        var folder = installation.home().directory().resolve("newsroom");
        var newsroom = Newsroom.onThisMachine(folder, ports.newsroom(), Clock.systemUTC());
        var everything = AllInOne.start(installation.beside(newsroom.address()), _ -> {});
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            everything.close();
            newsroom.close();
        }));
        out.println();
        var status = run(Addresses.of(installation, newsroom.address()), once, out);
        return once ? status : stay(out);
    }

    /** Until the process is told to end; its shutdown hook closes everything. */
    private static int stay(PrintStream out) {
        out.println();
        out.println("   It stays up. Ctrl-C ends it; the data stays.");
        try {
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }
}
