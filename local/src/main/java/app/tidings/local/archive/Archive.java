package app.tidings.local.archive;

import app.tidings.local.run.Installation;
import app.tidings.local.run.OneShot;
import app.tidings.local.run.Refusal;
import java.io.PrintStream;
import java.util.List;

/** {@code ./tidings archive import …}: past issues in Markdown files. A dry run needs nothing that runs. */
public final class Archive {

    private static final OneShot COMMAND = (arguments, out) -> run(order(arguments), out);

    private Archive() {}

    /** Imports; ends with status 0, with 1 where a file could not be imported, or with 2 and one line where it cannot begin. */
    public static void main(String... arguments) {
        COMMAND.runAsProcess(List.of(arguments));
    }

    /** Carries out what the arguments say; the status is that of the process. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        return COMMAND.run(arguments, out, err);
    }

    private static Order order(List<String> arguments) {
        if (arguments.isEmpty() || !arguments.getFirst().equals("import")) {
            throw new Refusal("archive has one command: it is used as " + Order.USAGE);
        }
        return Order.of(arguments.subList(1, arguments.size()));
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
