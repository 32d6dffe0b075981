package app.tidings.local.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.local.run.Installation;
import app.tidings.local.run.Refusal;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.List;

/** {@code ./tidings archive import …}: past issues in Markdown files. A dry run needs nothing that runs. */
public final class Archive {

    private static final int BAD_ARGUMENTS = 2;
    private static final String LOG_SETTINGS = "app/tidings/local/inspect/logback.xml";

    private Archive() {}

    /** Imports; ends with status 0, with 1 where a file could not be imported, or with 2 and one line where it cannot begin. */
    public static void main(String... arguments) {
        System.setProperty("logback.configurationFile", LOG_SETTINGS);
        try (var out = new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16), false, UTF_8)) {
            var status = run(List.of(arguments), out, System.err);
            out.flush();
            System.exit(status);
        }
    }

    /** Carries out what the arguments say; the status is that of the process. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            if (arguments.isEmpty() || !arguments.getFirst().equals("import")) {
                throw new Refusal("archive has one command: it is used as " + Order.USAGE);
            }
            return run(Order.of(arguments.subList(1, arguments.size())), out);
        } catch (Refusal e) {
            err.println("tidings: " + e.getMessage());
            return BAD_ARGUMENTS;
        }
    }

    private static int run(Order order, PrintStream out) {
        if (order.publication().isPresent()) {
            return SendArchive.to(
                            Installation.ofEnvironment(), order.publication().get(), out)
                    .run(ArchiveFiles.under(order.paths()));
        }
        var files = ArchiveFiles.in(order.paths());
        if (order.json()) {
            ArchiveJson.print(files, out);
        } else {
            ArchiveReport.print(files, out);
        }
        return 0;
    }
}
