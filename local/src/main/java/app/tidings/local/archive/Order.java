package app.tidings.local.archive;

import app.tidings.local.run.Refusal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the words of the command line ask for.
 *
 * @param paths files, and directories of files
 * @param json whether all that was read is told as JSON
 */
record Order(List<Path> paths, boolean json) {

    static final String USAGE = "archive import --dry-run [--json] DIR|FILE…";

    /**
     * Reads the words behind {@code import}.
     *
     * @throws Refusal if they make no sense
     */
    static Order of(List<String> words) {
        var paths = new ArrayList<Path>();
        var json = false;
        var dryRun = false;
        for (var word : words) {
            switch (word) {
                case "--dry-run" -> dryRun = true;
                case "--json" -> json = true;
                default -> paths.add(path(word));
            }
        }
        if (paths.isEmpty() || !dryRun) {
            throw new Refusal("it is used as " + USAGE);
        }
        return new Order(List.copyOf(paths), json);
    }

    private static Path path(String word) {
        if (word.startsWith("--")) {
            throw new Refusal("there is no option " + word + "; it is used as " + USAGE);
        }
        return Path.of(word);
    }
}
