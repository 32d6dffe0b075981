package app.tidings.local.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.List;

/** A command that prints its answer and ends. Nothing is logged, for the answer is the output. */
public interface OneShot {

    /**
     * Carries out what the arguments say.
     *
     * @return the status of the process
     * @throws Refusal if it cannot begin
     */
    int run(List<String> arguments, PrintStream out);

    /** As {@link #run(List, PrintStream)}, but what is refused is told in one line, and the status is 2. */
    default int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            return run(arguments, out);
        } catch (Refusal e) {
            err.println("tidings: " + e.getMessage());
            return 2;
        }
    }

    /** Runs as this process, and ends it. */
    default void runAsProcess(List<String> arguments) {
        System.setProperty("logback.configurationFile", "app/tidings/local/run/silent-logback.xml");
        try (var out = new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16), false, UTF_8)) {
            var status = run(arguments, out, System.err);
            out.flush();
            System.exit(status);
        }
    }
}
