package app.tidings.local.inspect;

import app.tidings.local.inspect.score.LanguageScore;
import app.tidings.local.inspect.score.UrlScore;
import app.tidings.local.run.OneShot;
import app.tidings.local.run.Refusal;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code ./tidings inspect KIND …}: shows what Tidings reads out of feeds, pages and the like, one line for each input.
 * Nothing is started for it, no context of Spring either, so that hundreds of inputs cost one start of a JVM.
 */
public final class Inspect {

    private static final OneShot COMMAND =
            (arguments, out) -> inspection(arguments).run(arguments.subList(1, arguments.size()), out);

    private Inspect() {}

    /** Inspects; ends with status 0, with 1 where a score misses its goal, or with 2 and one line where the arguments are wrong. */
    public static void main(String... arguments) {
        COMMAND.runAsProcess(List.of(arguments));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        return COMMAND.run(arguments, out, err);
    }

    /** Kind of input to what inspects it; some read what they inspect. */
    static Map<String, Inspection> kinds(InputStream in) {
        return new TreeMap<>(Map.of(
                "feed", new InspectFeed(),
                "page", new InspectPage(),
                "url", new InspectLines("addresses", in, UrlScore::canonical),
                "language", new InspectLines("titles", in, LanguageScore::language),
                "duplicates", new InspectDuplicates(in),
                "score", new InspectScore()));
    }

    private static Inspection inspection(List<String> arguments) {
        var kinds = kinds(System.in);
        var inspection = kinds.get(arguments.isEmpty() ? "" : arguments.getFirst());
        if (inspection == null) {
            throw new Refusal("inspect takes one of " + String.join(", ", kinds.keySet()) + ", and then its inputs");
        }
        return inspection;
    }
}
