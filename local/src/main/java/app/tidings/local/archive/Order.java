package app.tidings.local.archive;

import app.tidings.local.run.Refusal;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the words of the command line ask for.
 *
 * @param paths files, and directories of files
 * @param publication into which they go; empty for a dry run
 * @param json whether all that was read is told as JSON
 */
record Order(List<Path> paths, Optional<String> publication, boolean json) {

    static final String USAGE =
            "archive import --dry-run [--json] DIR|FILE…, or archive import --publication ID DIR|FILE…";

    /**
     * Reads the words behind {@code import}.
     *
     * @throws Refusal if they make no sense
     */
    static Order of(List<String> arguments) {
        var words = new ArrayDeque<>(arguments);
        var paths = new ArrayList<Path>();
        var json = false;
        var dryRun = false;
        String publication = null;
        while (!words.isEmpty()) {
            var word = words.pop();
            switch (word) {
                case "--dry-run" -> dryRun = true;
                case "--json" -> json = true;
                case "--publication" -> publication = words.poll();
                default -> paths.add(path(word));
            }
        }
        return checked(paths, publication, dryRun, json);
    }

    private static Order checked(List<Path> paths, @Nullable String publication, boolean dryRun, boolean json) {
        if (paths.isEmpty() || (publication == null && !dryRun) || (json && !dryRun)) {
            throw new Refusal("it is used as " + USAGE);
        }
        return new Order(List.copyOf(paths), dryRun ? Optional.empty() : Optional.ofNullable(publication), json);
    }

    private static Path path(String word) {
        if (word.startsWith("--")) {
            throw new Refusal("there is no option " + word + "; it is used as " + USAGE);
        }
        return Path.of(word);
    }
}
