package app.tidings.local.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.local.inspect.score.DuplicateScore;
import app.tidings.local.run.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * {@code ./tidings inspect duplicates}: reads pairs of links and prints of each whether both are one article. Nobody is asked:
 * address and title decide.
 */
record InspectDuplicates(InputStream in) implements Inspection {

    private static final String USAGE =
            "this reads pairs from its standard input, address, title, address and title with tabs between,"
                    + " and takes no arguments";

    @Override
    public int run(List<String> arguments, PrintStream out) {
        if (!arguments.isEmpty()) {
            throw new Refusal(USAGE);
        }
        var number = 0;
        try (var lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                out.print("%d\t%s\n".formatted(number, DuplicateScore.isOne(line.split("\t", -1)) ? "dup" : "not"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return 0;
    }
}
