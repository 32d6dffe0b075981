package app.tidings.local.inspect;

import app.tidings.local.run.Refusal;
import java.io.PrintStream;
import java.util.List;

/** One kind of input that can be inspected: a command of {@code ./tidings inspect}. */
@FunctionalInterface
interface Inspection {

    /**
     * Prints one line of JSON for each input that the arguments name. An input that cannot be read gets a line too, and the
     * next one its turn.
     *
     * @return the status of the command: 0, or 1 where something is not as it is wanted
     * @throws Refusal if the arguments are wrong, before anything is printed
     */
    int run(List<String> arguments, PrintStream out);
}
