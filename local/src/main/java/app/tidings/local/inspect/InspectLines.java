package app.tidings.local.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.local.run.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * {@code ./tidings inspect url} and its like: reads lines and prints each with the answer behind a tab. Nobody is asked, so a
 * shortened address stays as it is.
 *
 * @param inputs what the lines are, in the plural
 * @param answer in one line; empty where there is none
 */
record InspectLines(String inputs, InputStream in, UnaryOperator<String> answer) implements Inspection {

    @Override
    public int run(List<String> arguments, PrintStream out) {
        if (!arguments.isEmpty()) {
            throw new Refusal(
                    "this reads %s from its standard input, one a line, and takes no arguments".formatted(inputs));
        }
        try (var lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                out.print(line + "\t" + answer.apply(line) + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return 0;
    }
}
